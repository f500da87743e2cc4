import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { Knex } from 'knex';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { decisionRecord, requestRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { DatabaseStopStore } from './DatabaseStopStore';
import { readEpoch } from './epoch';
import { ActionRequestRow } from './rows';
import { StoredStop } from './StopStore';

jest.setTimeout(60_000);

const now = new Date('2026-11-22T12:00:00.000Z');
const BOT = 'agent:default/deploy-bot';
const API = 'component:default/payments-api';
const botStopped: StopScope = { kind: 'agent', ref: BOT };

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DatabaseStopStore, %s', id => {
  let knex: Knex;
  let store: DatabaseStopStore;
  let requests: DatabaseActionRequestStore;
  let reader: DatabaseLedgerReader;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id as TestDatabaseId);
    store = DatabaseStopStore.create({ knex });
    requests = DatabaseActionRequestStore.create({ knex });
    reader = DatabaseLedgerReader.create({ knex });
  });

  const pull = (scope: StopScope = botStopped, change = {}) =>
    store.pull({
      scope,
      reason: 'odd deployments',
      pulledBy: 'user:default/ann',
      quorum: 2,
      now,
      ...change,
    });
  const approve = (stop: StoredStop, person: string) =>
    store.approve({
      stopId: stop.id,
      revision: stop.revision,
      approvedBy: `user:default/${person}`,
      standing: 'group:default/payments',
      now,
    });
  const approvalsOf = async (stop: StoredStop) =>
    (await store.approvals([stop])).get(stop.id)!;
  const release = async (stop: StoredStop) =>
    store.release({
      stopId: stop.id,
      revision: stop.revision,
      counted: (await approvalsOf(stop)).map(approval => approval.id),
      now,
    });
  const entries = async (stream: string) =>
    (await reader.entriesOf(stream)).map(({ envelope }) => envelope);
  const addRequest = async (
    verdict: 'allow' | 'hold' | 'deny',
    overrides: Partial<ActionRequestRow> = {},
  ) => {
    const made = requestRow({ verdict, now, overrides });
    await requests.insert({ ...made, messages: [], now });
    return made.row;
  };
  const claim = (request: ActionRequestRow, epoch: number) =>
    requests.claim({
      request,
      record: decisionRecord({
        requestId: request.id,
        verdict: 'allow',
        purpose: 'effect',
        now,
      }),
      approvals: [],
      epoch,
      idempotencyKey: `key of ${request.id}`,
      leaseToken: uuidv4(),
      leaseMs: 60_000,
      workerId: 'w',
      now,
    });
  const stateOf = async ({ id: requestId }: { id: string }) =>
    (await requests.get(requestId))!.state;

  it('invariant 8: keeps what was pulled, with one entry and a new epoch; names and reason only beside the entry', async () => {
    const before = await readEpoch(knex);
    const scope = { ...botStopped, on: API };
    const stop = await pull(scope);
    expect(stop).toEqual({
      id: expect.any(String),
      scope,
      reason: 'odd deployments',
      pulledBy: 'user:default/ann',
      pulledAt: now.toISOString(),
      quorum: 2,
      revision: 1,
    });
    expect(await store.get(stop.id)).toEqual(stop);
    expect(await store.inForce()).toEqual([stop]);
    expect(await readEpoch(knex)).toBe(before + 1);

    const [entry, ...more] = await entries(`stop:${stop.id}`);
    expect(more).toEqual([]);
    expect(entry.body).toEqual({
      stopId: stop.id,
      scope,
      quorum: 2,
      revision: 1,
      epoch: before + 1,
    });
    expect(JSON.stringify(entry)).not.toMatch(/odd deployments|ann/);
  });

  it('pulls each scope once, however often and by how many at the same time', async () => {
    const stops = await Promise.all(
      ['ann', 'ben', 'eve', 'ann'].map(person =>
        pull(botStopped, { pulledBy: `user:default/${person}` }),
      ),
    );
    expect(new Set(stops.map(stop => stop.id)).size).toBe(1);
    expect(await entries(`stop:${stops[0].id}`)).toHaveLength(1);
    await pull({ ...botStopped, on: API });
    await pull({ kind: 'everything' });
    expect(await store.inForce()).toHaveLength(3);
  });

  it('a release takes a quorum, and one person counts once', async () => {
    const stop = await pull();
    expect(await approve(stop, 'ann')).toBe(true);
    const again = await approve(stop, 'ann').catch(isDatabaseConflictError);
    expect(again).toBe(true);
    expect(await release(stop)).toBeUndefined();
    await approve(stop, 'ben');
    const before = await readEpoch(knex);
    expect(await release(stop)).toMatchObject({
      releasedAt: now.toISOString(),
    });
    expect(await readEpoch(knex)).toBe(before + 1);
    expect(await store.inForce()).toEqual([]);
    expect(await release(stop)).toBeUndefined();
    expect(await approve(stop, 'eve')).toBe(false);
    const stream = `stop:${stop.id}`;
    expect((await entries(stream)).map(({ type }) => type)).toEqual([
      'stop.pulled',
      'stop.release-approved',
      'stop.release-approved',
      'stop.released',
    ]);
    expect((await verifyLedger(reader.stored({ stream }))).findings).toEqual(
      [],
    );
  });

  it('pulled again, what was agreed to is void; pulled after its release, it is a new one', async () => {
    const stop = await pull();
    await approve(stop, 'ann');
    const again = await pull();
    expect(again).toMatchObject({ id: stop.id, revision: 2 });
    expect(await approve(stop, 'ben')).toBe(false);
    expect(await release(stop)).toBeUndefined();
    expect(await approvalsOf(again)).toEqual([]);
    await approve(again, 'ann');
    await approve(again, 'ben');
    expect(await release(again)).toBeDefined();
    expect((await pull()).id).not.toBe(stop.id);
    const { findings } = await verifyLedger(
      reader.stored({ stream: `stop:${stop.id}` }),
    );
    expect(findings).toEqual([]);
  });

  it('invariant 8: pulled and released at the same time, it is either in force or was released, and the record says which', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const stop = await pull();
      await approve(stop, 'ann');
      await approve(stop, 'ben');
      const [pulled] = await Promise.all([pull(), release(stop)]);
      const inForce = await store.inForce();
      // somebody has said last that it must not run
      expect(inForce.map(({ id: one }) => one)).toEqual([pulled.id]);
      const { findings } = await verifyLedger(
        reader.stored({ stream: `stop:${stop.id}` }),
      );
      expect(findings).toEqual([]);
      await knex('stop').update({ released_at: now.toISOString() });
    }
  });

  it.each<[string, StopScope, string[] | undefined, Array<'held' | 'mine'>]>([
    ['an agent', botStopped, undefined, ['held', 'mine']],
    ['another agent', { kind: 'agent', ref: 'agent:x/y' }, undefined, []],
    ['an agent on an entity', { ...botStopped, on: API }, [API], ['mine']],
    ['a target', { kind: 'target', ref: API }, [API], ['mine']],
    [
      'a system',
      { kind: 'target', ref: 'system:default/pay' },
      ['system:default/pay', API],
      ['mine'],
    ],
    [
      'an action',
      { kind: 'action', ref: 'tickets:escalate' },
      undefined,
      ['held'],
    ],
    ['everything', { kind: 'everything' }, undefined, ['held', 'mine']],
  ])(
    'finds the open requests under a stop of %s',
    async (_, scope, targetRefs, found) => {
      const held = await addRequest('hold', {
        target_ref: 'component:default/other',
        action_id: 'tickets:escalate',
      });
      const mine = await addRequest('allow');
      await addRequest('deny');
      const reach = { scope, targetRefs };
      const ids = { held: held.id, mine: mine.id };
      expect(
        (await store.nextToStop(reach, 10)).map(request => request.id),
      ).toEqual(found.map(name => ids[name]).sort());
      expect(await store.count(reach)).toEqual({
        held: found.includes('held') ? 1 : 0,
        authorised: found.includes('mine') ? 1 : 0,
        cutOff: 0,
        finishing: 0,
      });
    },
  );

  it('invariant 8: stops what is open with one entry each, and nothing that moved on or whose stop is released', async () => {
    const held = await addRequest('hold');
    const authorised = await addRequest('allow');
    const withdrawn = await addRequest('hold');
    const stop = await pull();
    const found = await store.nextToStop({ scope: botStopped }, 10);
    expect(found).toHaveLength(3);
    await requests.transition({
      id: withdrawn.id,
      from: 'held',
      to: 'withdrawn',
      cause: 'withdrawn-by-agent',
      because: 'Withdrawn.',
      now,
    });
    const options = {
      stopId: stop.id,
      requests: found,
      because: 'Stopped.',
      now,
    };
    expect(await store.stopRequests(options)).toBe(2);
    expect(await store.stopRequests(options)).toBe(0);
    expect(
      await Promise.all([held, authorised, withdrawn].map(stateOf)),
    ).toEqual(['stopped', 'stopped', 'withdrawn']);
    const last = (await entries(`action-request:${held.id}`)).at(-1)!;
    expect(last.body).toMatchObject({
      from: 'held',
      to: 'stopped',
      cause: 'stop-pulled',
      stopId: stop.id,
    });
    expect(await knex('review_party').where({ request_id: held.id })).toEqual(
      [],
    );

    await approve(stop, 'ann');
    await approve(stop, 'ben');
    await release(stop);
    const later = await addRequest('allow');
    expect(await store.stopRequests({ ...options, requests: [later] })).toBe(0);
    expect(await stateOf(later)).toBe('authorised');
    expect((await verifyLedger(reader.stored({}))).findings).toEqual([]);
  });

  it('invariant 5: what was decided before a stop is not claimed after it', async () => {
    const request = await addRequest('allow');
    const epoch = await readEpoch(knex);
    await pull({ kind: 'action', ref: 'unrelated:action' });
    expect(await claim(request, epoch)).toBeUndefined();
    expect(await stateOf(request)).toBe('authorised');
  });

  it('tells the executions under it, counts what it cuts off, and leaves others alone', async () => {
    const running = await addRequest('allow');
    const once = await addRequest('allow', { effect_class: 'once' });
    const other = await addRequest('allow', { agent_ref: 'agent:x/y' });
    const epoch = await readEpoch(knex);
    for (const request of [running, once, other]) {
      expect(await claim(request, epoch)).toBeDefined();
    }
    expect(await store.count({ scope: botStopped })).toEqual({
      held: 0,
      authorised: 0,
      cutOff: 1,
      finishing: 1,
    });
    const stop = await pull();
    expect(await store.markExecutions(stop.id, { scope: botStopped })).toBe(2);
    expect(await store.markExecutions(uuidv7(), { scope: botStopped })).toBe(0);
    expect(
      await store.stopsOfExecutions([running.id, once.id, other.id]),
    ).toEqual(
      new Map([
        [running.id, stop.id],
        [once.id, stop.id],
      ]),
    );
    expect(await store.nextToStop({ scope: botStopped }, 10)).toEqual([]);
  });

  it('lists by state, the latest pulled first', async () => {
    const first = await pull();
    const second = await pull(
      { kind: 'everything' },
      {
        now: new Date(now.getTime() + 1_000),
      },
    );
    await approve(first, 'ann');
    await approve(first, 'ben');
    await release(first);
    const ids = async (options: Parameters<typeof store.list>[0]) =>
      (await store.list(options)).map(stop => stop.id);
    expect(await ids({ limit: 10 })).toEqual([second.id, first.id]);
    expect(await ids({ limit: 10, state: 'in-force' })).toEqual([second.id]);
    expect(await ids({ limit: 10, state: 'released' })).toEqual([first.id]);
    expect(await ids({ limit: 10, after: second.id })).toEqual([first.id]);
  });
});
