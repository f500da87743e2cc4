import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { requestRow } from './store/__testUtils__/records';
import { DatabaseActionRequestStore } from './store/DatabaseActionRequestStore';
import { readEpoch } from './store/epoch';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = resolvePackagePath(
  '@agentgov/backstage-plugin-agent-governance-backend',
  'migrations',
);

/** Our tables, as the database lists them. */
async function tablesIn(knex: Knex): Promise<string[]> {
  const rows =
    knex.client.config.client === 'pg'
      ? (
          await knex.raw(
            `select tablename as name from pg_tables where schemaname = current_schema()`,
          )
        ).rows
      : await knex.raw(`select name from sqlite_master where type = 'table'`);
  return rows
    .map(({ name }: { name: string }) => name)
    .filter((name: string) => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations, %p', databaseId => {
  it('go up, down to nothing, and up again to a record that works', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    const tables = await tablesIn(knex);
    expect(tables).toEqual(
      expect.arrayContaining(['action_request', 'ledger_entry', 'freeze']),
    );

    for (
      let step = (await knex.migrate.list({ directory }))[0].length;
      step > 0;
      step--
    ) {
      await knex.migrate.down({ directory });
    }
    expect(await tablesIn(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    expect(await tablesIn(knex)).toEqual(tables);
    expect(await readEpoch(knex)).toBe(1);

    const store = DatabaseActionRequestStore.create({ knex });
    const now = new Date('2026-11-22T12:00:00.000Z');
    const made = requestRow({ verdict: 'hold', now });
    await store.insert({ ...made, messages: [], now });
    expect((await store.get(made.row.id))?.state).toBe('held');
  });

  it('lose nothing when the newest is run on a record that is in use', async () => {
    const knex = await databases.init(databaseId);
    const [, all] = await knex.migrate.list({ directory });
    for (let step = 1; step < all.length; step++) {
      await knex.migrate.up({ directory });
    }
    await knex('governance_epoch').update({ epoch: 7 });
    await knex.migrate.latest({ directory });
    expect(await readEpoch(knex)).toBe(7);
  });
});
