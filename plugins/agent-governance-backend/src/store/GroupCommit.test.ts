import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { requestRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { GroupCommit } from './GroupCommit';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('GroupCommit, %p', databaseId => {
  let knex: Knex;
  let groups: string[][];

  beforeEach(async () => {
    knex = await migratedDatabase(databases, databaseId);
    groups = [];
  });

  const agents = async () =>
    (await knex('agent_seen').orderBy('agent_ref').select('agent_ref')).map(
      row => row.agent_ref,
    );

  const create = () =>
    GroupCommit.create<string>({
      knex,
      inserts: (db, items) => {
        groups.push(items);
        return [
          db('agent_seen').insert(
            items.map(agent_ref => ({
              agent_ref,
              digest: 'd',
              document: '{}',
              seen_at: 'now',
            })),
          ),
        ];
      },
    });

  it('lets nobody wait who comes alone, and writes the rest together', async () => {
    const commits = create();
    await Promise.all(['a', 'b', 'c'].map(item => commits.add(item)));
    await commits.add('d');
    expect(groups).toEqual([['a', 'b', 'c'], ['d']]);
    expect(await agents()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('answers only once it is committed', async () => {
    const commits = create();
    const all = ['a', 'b', 'c'].map(async item => {
      await commits.add(item);
      expect(await agents()).toContain(item);
    });
    await Promise.all(all);
  });

  it('invariant 8: one that cannot be written fails alone, and leaves nothing behind', async () => {
    const commits = create();
    await commits.add('b');
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(item => commits.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await agents()).toEqual(['a', 'b', 'c']);
  });

  it('bounds what waits for one commit', async () => {
    const commits = create();
    const items = Array.from({ length: 70 }, (_, n) => `agent-${n}`);
    await Promise.all(items.map(item => commits.add(item)));
    expect(groups.map(group => group.length)).toEqual([32, 32, 6]);
  });

  it('invariant 8: requests written together have an entry, a decision and their facts each, or nothing', async () => {
    const store = DatabaseActionRequestStore.create({ knex });
    const now = new Date('2026-11-22T12:00:00.000Z');
    const made = Array.from({ length: 6 }, (_, n) =>
      requestRow({
        verdict: n % 2 ? 'hold' : 'allow',
        now,
        // the third and the fifth ask under one key
        overrides: { idempotency_key: `key-${n === 4 ? 2 : n}` },
      }),
    );
    const results = await Promise.allSettled(
      made.map(one => store.insert({ ...one, messages: [], now })),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const written = made.filter((_, n) => n !== 4).map(({ row }) => row.id);
    const idsIn = async (table: string, column: string) =>
      (await knex(table).orderBy(column).select(column)).map(
        row => row[column],
      );
    expect(await idsIn('action_request', 'id')).toEqual([...written].sort());
    expect(await idsIn('decision', 'request_id')).toEqual([...written].sort());
    expect(await idsIn('ledger_entry', 'stream')).toEqual(
      written.map(id => `action-request:${id}`).sort(),
    );
    expect(await idsIn('ledger_payload', 'name')).toHaveLength(5);
  });
});
