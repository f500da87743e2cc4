import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { requestRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { rememberStatements } from './rememberStatements';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('rememberStatements', () => {
  let knex: Knex;
  let prepared: string[];

  beforeEach(async () => {
    knex = await migratedDatabase(databases, 'SQLITE_3');
    const connection = await knex.client.acquireConnection();
    const { prepare } = connection;
    prepared = [];
    connection.prepare = (sql: string) => {
      prepared.push(sql);
      return prepare.call(connection, sql);
    };
    await knex.client.releaseConnection(connection);
    rememberStatements(knex);
  });

  it('prepares a statement once, and answers each time with what holds then', async () => {
    const count = async () =>
      Number((await knex('agent_seen').count({ all: '*' }).first())?.all);
    const see = async (agent_ref: string) =>
      knex('agent_seen').insert({
        agent_ref,
        digest: 'd',
        document: '{}',
        seen_at: 'now',
      });
    expect(await count()).toBe(0);
    await see('a');
    expect(await count()).toBe(1);
    await expect(see('a')).rejects.toThrow('UNIQUE');
    await see('b');
    expect(await count()).toBe(2);
    expect(prepared).toHaveLength(2);
  });

  it('follows a change of the schema', async () => {
    await knex('outbox').select('*');
    await knex.schema.alterTable('outbox', table => table.text('extra'));
    await knex('outbox').insert({
      id: 'm',
      message: '{}',
      attempts: 0,
      next_attempt_at: 'now',
      created_at: 'now',
      extra: 'more',
    });
    expect(await knex('outbox').select('*')).toEqual([
      expect.objectContaining({ id: 'm', extra: 'more' }),
    ]);
  });

  it('keeps a bounded number of statements', async () => {
    for (let n = 0; n < 450; n++) {
      await knex.raw(`select ${n}`);
    }
    await knex.raw('select 449');
    expect(prepared).toHaveLength(450);
    await knex.raw('select 0');
    expect(prepared).toHaveLength(451);
  });

  it('invariant 8: a transaction that fails leaves nothing behind, and the next one goes through', async () => {
    const store = DatabaseActionRequestStore.create({ knex });
    const now = new Date('2026-11-22T12:00:00.000Z');
    const insert = async (idempotency_key: string) => {
      const made = requestRow({
        verdict: 'allow',
        now,
        overrides: { idempotency_key },
      });
      await store.insert({ ...made, messages: [], now });
    };
    await insert('same');
    await expect(insert('same')).rejects.toThrow('UNIQUE');
    await insert('other');
    expect(await knex('ledger_entry').select('id')).toHaveLength(2);
    expect(await knex('decision').select('id')).toHaveLength(2);
  });
});
