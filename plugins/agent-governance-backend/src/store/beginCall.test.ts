import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { appendEntry } from '../ledger/appendEntry';
import { requestRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { bumpEpoch } from './epoch';
import { ActionRequestRow } from './rows';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('beginCall, %p', databaseId => {
  let knex: Knex;
  let store: DatabaseActionRequestStore;
  const now = new Date('2026-11-22T12:00:00.000Z');

  beforeEach(async () => {
    knex = await migratedDatabase(databases, databaseId);
    store = DatabaseActionRequestStore.create({ knex });
  });

  const typesOf = async (id: string) =>
    (
      await knex('ledger_entry')
        .where({ stream: `action-request:${id}` })
        .orderBy('stream_index')
        .select('type')
    ).map(({ type }) => type);

  async function begin(
    overrides: Partial<ActionRequestRow> = {},
    epoch?: number,
  ) {
    const { row, record } = requestRow({ verdict: 'allow', now, overrides });
    const claim = await store.beginCall({
      request: { row, record, messages: [], now },
      epoch: epoch ?? (await store.epoch()),
      idempotencyKey: `key-of-${row.id}`.slice(0, 64),
      leaseToken: 'token',
      leaseMs: 60_000,
      workerId: 'a',
    });
    return { id: row.id, claim, kept: await store.get(row.id) };
  }

  it('invariant 8: records a call and claims it in one, or leaves nothing of it when the world moved on', async () => {
    const epoch = await store.epoch();
    await knex.transaction(tx => bumpEpoch(tx));
    const late = await begin({}, epoch);
    expect(late).toMatchObject({ claim: undefined, kept: undefined });
    expect(await typesOf(late.id)).toEqual([]);
    expect(await store.decisions(late.id)).toEqual([]);

    const inTime = await begin({}, epoch + 1);
    expect(inTime).toMatchObject({
      claim: { attempt: 1 },
      kept: { state: 'executing' },
    });
    expect(Number(inTime.kept!.revision)).toBe(2);
    expect(await typesOf(inTime.id)).toEqual([
      'action-request.decided',
      'execution.claimed',
    ]);
    const [execution] = (await store.executions([inTime.id])).values();
    expect(execution).toMatchObject({ state: 'running', attempt: 1 });
    expect(await store.abandoned(10)).toEqual([]);
  });

  it('invariant 7: lets one of two same calls begin', async () => {
    const same = { call_key: 'c'.repeat(64) };
    const calls = await Promise.allSettled([begin(same), begin(same)]);
    expect(calls.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await knex('action_request')).toHaveLength(1);
    expect(await knex('ledger_entry')).toHaveLength(2);
  });

  it('invariant 5: begins nothing after its time, nor under a delegation that ended meanwhile', async () => {
    for (const overrides of [
      { execute_by: now.toISOString() },
      { execute_by: null },
      { delegation_id: 'gone' },
    ]) {
      expect(await begin(overrides)).toMatchObject({
        claim: undefined,
        kept: undefined,
      });
    }
    expect((await begin()).claim).toBeDefined();
  });

  it('invariant 8: settles on the stream as it stands, or not at all', async () => {
    const { id, claim } = await begin();
    await knex.transaction(tx =>
      appendEntry(tx, {
        stream: `action-request:${id}`,
        type: 'execution.deferred',
        body: {},
        time: now,
      }),
    );
    const settle = (by: typeof claim) =>
      store.settle({
        claim: by!,
        settlement: { outcome: 'succeeded' },
        because: 'Done.',
        messages: [],
        now,
      });
    // its stream no longer ends where it did when it was claimed
    await expect(settle(claim)).rejects.toThrow();
    expect((await store.get(id))?.state).toBe('executing');
    expect(await settle({ ...claim!, at: undefined })).toBe(true);
    expect(await typesOf(id)).toEqual([
      'action-request.decided',
      'execution.claimed',
      'execution.deferred',
      'execution.settled',
    ]);
  });
});
