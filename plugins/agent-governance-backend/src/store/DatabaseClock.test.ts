import { TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseClock } from './DatabaseClock';
import { databaseNow } from './databaseNow';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR_MS = 3_600_000;
/** Between asking the database and asking the clock. */
const CLOSE_MS = 5_000;

describe.each(databases.eachSupportedId())('DatabaseClock, %p', databaseId => {
  it.each([
    ['an hour ahead', HOUR_MS],
    ['an hour behind', -HOUR_MS],
    ['right', 0],
  ])('says the database’s time where the process is %s', async (_, wrong) => {
    const knex = await databases.init(databaseId);
    const clock = await DatabaseClock.create({
      knex,
      processNow: () => Date.now() + wrong,
    });
    const difference = clock.now().getTime() - (await databaseNow(knex));
    expect(Math.abs(difference)).toBeLessThan(CLOSE_MS);
  });

  it('notices when the process’s clock is set', async () => {
    const knex = await databases.init(databaseId);
    let wrong = 0;
    const clock = await DatabaseClock.create({
      knex,
      processNow: () => Date.now() + wrong,
    });
    wrong = HOUR_MS;
    await clock.measure();
    const difference = clock.now().getTime() - (await databaseNow(knex));
    expect(Math.abs(difference)).toBeLessThan(CLOSE_MS);
  });
});
