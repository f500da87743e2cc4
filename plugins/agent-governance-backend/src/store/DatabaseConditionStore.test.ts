import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  CONDITION_STATUSES,
  ConditionKind,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { requestRow } from './__testUtils__/records';
import { NewConditionReport } from './ConditionStore';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { DatabaseConditionStore } from './DatabaseConditionStore';
import { readEpoch } from './epoch';

jest.setTimeout(120_000);

const T = (ms: number) => new Date(Date.UTC(2026, 10, 20, 12) + ms);
const at = (ms: number) => T(ms).toISOString();
const MINUTE = 60_000;
const TARGET = 'component:default/orders-api';
const DEPLOY = 'deployments:deploy';

function report(changes: Partial<NewConditionReport> = {}): NewConditionReport {
  const observedAt = changes.observedAt ?? at(0);
  return {
    key: 'orders',
    status: 'unhealthy',
    title: 'Orders',
    openedAt: observedAt,
    observedAt,
    entityRefs: [TARGET],
    ...changes,
  };
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DatabaseConditionStore, %s', id => {
  let knex: Knex;
  let store: DatabaseConditionStore;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id as TestDatabaseId);
    store = DatabaseConditionStore.create({ knex });
  });

  const say = async (
    reports: NewConditionReport[],
    options: {
      now?: number;
      source?: string;
      kind?: ConditionKind;
      complete?: boolean;
      byArrival?: boolean;
      delivery?: string;
    } = {},
  ) => {
    const now = T(options.now ?? MINUTE);
    return store.record({
      source: {
        id: options.source ?? 'monitoring',
        kind: options.kind ?? 'health',
        ttlMs: 10 * MINUTE,
      },
      reports,
      heardAt: now,
      now,
      complete: options.complete,
      byArrival: options.byArrival,
      ...(options.delivery && {
        delivery: { digest: options.delivery, expiresAt: T(60 * MINUTE) },
      }),
    });
  };
  const outcomes = async (...args: Parameters<typeof say>) =>
    (await say(...args)).outcomes;
  const read = async (entityRefs = [TARGET]) =>
    store.read({ entityRefs, targetRef: TARGET, deployments: [DEPLOY] });
  const statuses = async (entityRefs?: string[]) =>
    (await read(entityRefs)).reports.map(one => one.status);
  const entries = async (source = 'monitoring') =>
    (
      await knex('ledger_entry')
        .where({ stream: `condition:${source}` })
        .orderBy('stream_index')
        .select('envelope')
    ).map(({ envelope }) => JSON.parse(envelope));

  it('commits what is new with an entry and another epoch', async () => {
    const before = await readEpoch(knex);
    const { outcomes: said, changed } = await say([
      report({ severity: 'high', environment: 'production' }),
    ]);
    expect(said).toEqual(['recorded']);
    expect(changed).toBe(true);
    expect(await readEpoch(knex)).toBe(before + 1);
    expect((await read()).reports).toEqual([
      {
        source: 'monitoring',
        key: 'orders',
        kind: 'health',
        status: 'unhealthy',
        title: 'Orders',
        severity: 'high',
        environment: 'production',
        entityRef: TARGET,
        openedAt: at(0),
        observedAt: at(0),
        receivedAt: at(MINUTE),
      },
    ]);

    const [entry] = await entries();
    expect(entry).toMatchObject({
      type: 'condition.reported',
      streamIndex: 0,
      body: {
        source: 'monitoring',
        kind: 'health',
        changes: [
          {
            entityRefs: [TARGET],
            environment: 'production',
            from: null,
            to: 'unhealthy',
            observedAt: at(0),
          },
        ],
      },
    });
    // text from outside is committed to, not said
    expect(JSON.stringify(entry)).not.toMatch(/Orders|high/);
    expect((await knex('ledger_payload').first('bytes')).bytes).toBe(
      '[{"key":"orders","severity":"high","title":"Orders"}]',
    );
  });

  it('moves the time of what is only said again, and records nothing', async () => {
    await say([report()]);
    const epoch = await readEpoch(knex);
    const again = await say([report({ observedAt: at(5 * MINUTE) })], {
      now: 5 * MINUTE,
    });
    expect(again).toEqual({ outcomes: ['unchanged'], changed: false });
    expect((await read()).reports).toMatchObject([
      { openedAt: at(0), observedAt: at(5 * MINUTE) },
    ]);
    expect(await entries()).toHaveLength(1);
    expect(await readEpoch(knex)).toBe(epoch);
  });

  it('records what is said again after it had become stale: it counts again', async () => {
    await say([report()]);
    const again = report({ observedAt: at(20 * MINUTE) });
    expect(await outcomes([again], { now: 20 * MINUTE })).toEqual(['recorded']);
    expect((await entries())[1].body.changes).toEqual([
      {
        entityRefs: [TARGET],
        from: 'unhealthy',
        to: 'unhealthy',
        observedAt: at(20 * MINUTE),
        previouslyObservedAt: at(0),
      },
    ]);
  });

  it('ignores what was observed before what it knows', async () => {
    await say([report({ observedAt: at(10), status: 'healthy' })]);
    expect(
      await outcomes([report({ observedAt: at(9), status: 'unhealthy' })]),
    ).toEqual(['older']);
    expect(await statuses()).toEqual(['healthy']);
    expect(await entries()).toHaveLength(1);
  });

  it('believes the worse of two that contradict each other about a moment', async () => {
    await say([report({ status: 'degraded' })]);
    expect(await outcomes([report({ status: 'healthy' })])).toEqual(['older']);
    expect(await outcomes([report({ status: 'unhealthy' })])).toEqual([
      'recorded',
    ]);
    expect(await outcomes([report({ status: 'unhealthy' })])).toEqual([
      'unchanged',
    ]);
    expect(await statuses()).toEqual(['unhealthy']);
  });

  it('believes the later to arrive where nothing else tells the order, though clocks go back', async () => {
    const byArrival = true;
    await say([report({ observedAt: at(5) })], { byArrival });
    expect(
      await outcomes([report({ observedAt: at(5), status: 'withdrawn' })], {
        byArrival,
      }),
    ).toEqual(['recorded']);
    expect(
      await outcomes([report({ observedAt: at(1), status: 'degraded' })], {
        byArrival,
      }),
    ).toEqual(['recorded']);
    expect((await read()).reports).toMatchObject([
      { status: 'degraded', observedAt: at(7) },
    ]);
  });

  it('keeps sources and keys apart', async () => {
    await say([report(), report({ key: 'other', status: 'healthy' })]);
    await say([report({ status: 'healthy' })], { source: 'synthetic' });
    expect((await read()).reports).toHaveLength(3);
    expect(await entries('synthetic')).toHaveLength(1);
  });

  it('no longer finds what has ended, and finds it again when it begins anew', async () => {
    const incident = (status: 'open' | 'resolved', ms: number) =>
      say([report({ status, observedAt: at(ms) })], { kind: 'incident' });
    await incident('open', 0);
    await incident('resolved', 10);
    expect(await statuses()).toEqual([]);
    await incident('open', 20);
    expect((await read()).reports).toMatchObject([{ openedAt: at(20) }]);
  });

  it('follows a report to other entities', async () => {
    const other = 'system:default/orders';
    await say([report()]);
    await say([report({ observedAt: at(1), entityRefs: [other] })]);
    expect(await statuses()).toEqual([]);
    expect(await statuses([other])).toEqual(['unhealthy']);
  });

  it('ends what a complete list no longer names, in the words of its kind', async () => {
    const open = (key: string) => report({ key, status: 'open' });
    const kind = 'incident' as const;
    await say([open('a'), open('b')], { kind, complete: true });
    const second = await say([open('b')], {
      kind,
      complete: true,
      now: 2 * MINUTE,
    });
    expect(second).toEqual({ outcomes: ['unchanged'], changed: true });
    expect((await read()).reports.map(one => one.key)).toEqual(['b']);
    expect((await entries())[1].body.changes).toMatchObject([
      { from: 'open', to: 'resolved', observedAt: at(2 * MINUTE) },
    ]);

    await say([], { kind, complete: true, now: 3 * MINUTE });
    expect((await read()).reports).toEqual([]);
    // what it does not list and has ended is not ended again
    await say([], { kind, complete: true, now: 4 * MINUTE });
    expect(await entries()).toHaveLength(3);
  });

  it('takes a delivery once, and nothing of it a second time', async () => {
    await say([report()], { delivery: 'd1' });
    await expect(
      say([report({ observedAt: at(9), status: 'healthy' })], {
        delivery: 'd1',
        now: 5 * MINUTE,
      }),
    ).rejects.toThrow('This very delivery came in before');
    expect(await statuses()).toEqual(['unhealthy']);
    expect(await store.sources()).toMatchObject([{ heardAt: at(MINUTE) }]);
  });

  it('remembers the latest moment a source spoke of, and not an earlier one', async () => {
    await say([], { now: 5 * MINUTE });
    await store.record({
      source: { id: 'monitoring', kind: 'health', ttlMs: MINUTE },
      reports: [],
      heardAt: T(MINUTE),
      now: T(6 * MINUTE),
    });
    expect(await store.sources()).toEqual([
      {
        id: 'monitoring',
        heardAt: at(5 * MINUTE),
        deliveredAt: at(6 * MINUTE),
      },
    ]);
    expect((await read()).sources).toEqual(await store.sources());
  });

  it('finds executions of deployments on the target, and only those', async () => {
    const requests = DatabaseActionRequestStore.create({ knex });
    const start = async (overrides: object) => {
      const made = requestRow({ verdict: 'allow', now: T(0), overrides });
      await requests.insert({ ...made, messages: [], now: T(0) });
      await knex('action_request')
        .where({ id: made.row.id })
        .update({ state: 'executing' });
      await knex('execution').insert({
        request_id: made.row.id,
        state: 'running',
        idempotency_key: made.row.id,
        decision_id: 'd',
        attempt: 1,
        lease_epoch: 1,
        started_at: at(3),
      });
      return made.row.id;
    };
    const on = { target_ref: TARGET, environment: 'production' };
    const id1 = await start({ ...on, action_id: DEPLOY, idempotency_key: '1' });
    await start({ ...on, action_id: 'a:b', idempotency_key: '2' });
    await start({
      ...on,
      action_id: DEPLOY,
      idempotency_key: '3',
      target_ref: 'component:default/other',
    });
    expect((await read()).executions).toEqual([
      {
        requestId: id1,
        actionId: DEPLOY,
        environment: 'production',
        startedAt: at(3),
      },
    ]);
    await knex('action_request').update({ state: 'unknown' });
    expect((await read()).executions).toEqual([]);
  });

  it('answers all who ask at once from one read of indexes', async () => {
    await say([
      report(),
      report({ key: 'b', entityRefs: ['system:default/s'] }),
    ]);
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const [mine, theirs, both] = await Promise.all([
      read(),
      read(['system:default/s']),
      read([TARGET, 'system:default/s', 'component:default/none']),
    ]);
    expect(statements).toHaveLength(1);
    expect(mine.reports.map(one => one.key)).toEqual(['orders']);
    expect(theirs.reports.map(one => one.key)).toEqual(['b']);
    expect(both.reports).toHaveLength(2);

    // Only SQLite's planner says so whatever there is in the tables.
    const plan: Array<{ detail: string }> =
      knex.client.config.client === 'pg'
        ? []
        : await knex.raw(`explain query plan ${statements[0]}`, [
            JSON.stringify([TARGET]),
            false,
            'executing',
            JSON.stringify([TARGET]),
            JSON.stringify([DEPLOY]),
          ]);
    const scanned = plan.filter(
      ({ detail }) =>
        detail.startsWith('SCAN') && !/json_each|condition_source/.test(detail),
    );
    expect(scanned).toEqual([]);
  });

  it('lists what concerns nothing it knows, and how much of each holds', async () => {
    const unmatched = 'There is no such thing';
    await say([
      report(),
      report({ key: 'x', entityRefs: [], unmatched }),
      report({ key: 'y', entityRefs: [], unmatched, status: 'withdrawn' }),
    ]);
    expect(await store.unmatched(10)).toMatchObject([{ key: 'x', unmatched }]);
    expect(await store.countCurrent()).toEqual(new Map([['monitoring', 2]]));
  });

  it('forgets what ended long ago, and never what holds', async () => {
    await say(
      [
        report({ key: 'ended', status: 'resolved' }),
        report({ key: 'open', status: 'open' }),
        report({ key: 'nothing', status: 'open', entityRefs: [] }),
        report({ key: 'late', status: 'resolved', observedAt: at(9) }),
      ],
      { kind: 'incident', delivery: 'd1' },
    );
    await store.sweep({ before: T(5), now: T(61 * MINUTE) });
    const left = await knex('condition_report').orderBy('report_key');
    expect(left.map(row => row.report_key)).toEqual(['late', 'open']);
    expect(await knex('condition_subject')).toHaveLength(2);
    expect(await knex('condition_delivery')).toEqual([]);
  });

  it('has one winner when two speak of one key at once, and one chain', async () => {
    for (let round = 0; round < 10; round++) {
      const key = `k${round}`;
      await Promise.all([
        say([report({ key, observedAt: at(1), status: 'unhealthy' })]),
        say([report({ key, observedAt: at(2), status: 'healthy' })]),
        say([report({ key, observedAt: at(0), status: 'degraded' })]),
      ]);
    }
    expect(await statuses()).toEqual(Array(10).fill('healthy'));
    const reader = DatabaseLedgerReader.create({ knex });
    const stream = 'condition:monitoring';
    const verification = await verifyLedger(reader.stored({ stream }));
    expect(verification.findings).toEqual([]);
  });

  it('never lets an older observation win, in whatever order they arrive', async () => {
    const kinds = Object.keys(CONDITION_STATUSES) as ConditionKind[];
    const scenes = fc.constantFrom(...kinds).chain(kind =>
      fc.record({
        kind: fc.constant(kind),
        said: fc.array(
          fc.record({
            at: fc.nat(3),
            status: fc.constantFrom(...CONDITION_STATUSES[kind]),
            title: fc.constantFrom('a', 'b'),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        batches: fc.infiniteStream(fc.boolean()),
      }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(scenes, async ({ kind, said, batches }) => {
        const source = `s${run++}`;
        const reports = said.map(one =>
          report({
            observedAt: at(one.at),
            status: one.status,
            title: one.title,
          }),
        );
        let waiting: NewConditionReport[] = [];
        for (const one of reports) {
          waiting.push(one);
          if (batches.next().value) {
            await say(waiting, { source, kind });
            waiting = [];
          }
        }
        await say(waiting, { source, kind });

        const rank = (one: NewConditionReport) =>
          [
            one.observedAt,
            CONDITION_STATUSES[kind].indexOf(one.status),
            one.title,
          ].join();
        const latest = reports.reduce((best, one) =>
          rank(one) > rank(best) ? one : best,
        );
        const [row] = await knex('condition_report').where({
          source_id: source,
        });
        expect([row.observed_at, row.status, row.title]).toEqual([
          latest.observedAt,
          latest.status,
          latest.title,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
