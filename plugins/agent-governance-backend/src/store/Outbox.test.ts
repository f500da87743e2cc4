import { TestDatabases } from '@backstage/backend-test-utils';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { enqueue } from './operations/enqueue';
import { Outbox } from './Outbox';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Outbox, %p', databaseId => {
  const message = {
    recipients: ['group:default/payments'],
    title: 'An agent asks',
    description: 'It waits.',
    link: '/agent-governance/requests/1',
    severity: 'normal' as const,
    scope: 'agent-governance:request:1',
  };

  async function create() {
    const clock = { now: new Date('2026-11-22T12:00:00.000Z') };
    const knex = await migratedDatabase(databases, databaseId);
    await knex.transaction(tx => enqueue(tx, [message], clock.now));
    return {
      clock,
      outbox: Outbox.create({ knex, now: () => clock.now }),
    };
  }

  it('gives a message to one of two senders', async () => {
    const { outbox } = await create();
    const claims = await Promise.all([outbox.claimDue(9), outbox.claimDue(9)]);
    expect(claims.flat()).toHaveLength(1);
    expect(claims.flat()[0].message).toEqual(message);
  });

  it('a sent message is done', async () => {
    const { outbox, clock } = await create();
    const [claimed] = await outbox.claimDue(9);
    await outbox.sent(claimed);
    clock.now = new Date(clock.now.getTime() + 3_600_000);
    expect(await outbox.claimDue(9)).toEqual([]);
  });

  it('survives a sender that died with it', async () => {
    const { outbox, clock } = await create();
    await outbox.claimDue(9);
    expect(await outbox.claimDue(9)).toEqual([]);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await outbox.claimDue(9)).toHaveLength(1);
  });

  it('tries a failed one again, later and later', async () => {
    const { outbox, clock } = await create();
    const [first] = await outbox.claimDue(9);
    await outbox.failed(first, 'down');
    clock.now = new Date(clock.now.getTime() + 1_999);
    expect(await outbox.claimDue(9)).toEqual([]);
    clock.now = new Date(clock.now.getTime() + 1);
    expect(await outbox.claimDue(9)).toHaveLength(1);
  });
});
