import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { tallyOf } from '../service/requests/tallyOf';
import {
  decisionRecord,
  ownerCheckpoint,
  requestRow,
  reviewRow,
} from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { bumpEpoch } from './epoch';
import { ReviewRow } from './rows';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'DatabaseActionRequestStore, %p',
  databaseId => {
    let knex: Knex;
    let store: DatabaseActionRequestStore;
    const now = new Date('2026-11-22T12:00:00.000Z');

    beforeEach(async () => {
      knex = await migratedDatabase(databases, databaseId);
      store = DatabaseActionRequestStore.create({ knex });
    });

    const entries = (id: string) =>
      knex('ledger_entry')
        .where({ stream: `action-request:${id}` })
        .orderBy('stream_index')
        .select('type', 'stream_index', 'envelope');

    async function stored(
      verdict: 'allow' | 'hold' | 'deny',
      overrides?: Parameters<typeof requestRow>[0]['overrides'],
    ) {
      const made = requestRow({ verdict, now, overrides });
      await store.insert({ ...made, messages: [], now });
      return (await store.get(made.row.id))!;
    }

    const tally = (reviews: ReviewRow[]) =>
      tallyOf({ unblock: '[]' }, { checkpoints: [ownerCheckpoint] }, reviews);

    async function claim(
      request: Awaited<ReturnType<typeof stored>>,
      options: { epoch?: number; workerId?: string; at?: Date } = {},
    ) {
      const at = options.at ?? now;
      return store.claim({
        request,
        record: decisionRecord({
          requestId: request.id,
          verdict: 'allow',
          purpose: 'effect',
          now: at,
        }),
        approvals: [],
        epoch: options.epoch ?? (await store.epoch()),
        idempotencyKey: `key-of-${request.id}`.slice(0, 64),
        leaseToken: `token-${options.workerId ?? 'a'}`,
        leaseMs: 60_000,
        workerId: options.workerId ?? 'a',
        now: at,
      });
    }

    it('invariant 8: a request, its decision and its entry are there together', async () => {
      const request = await stored('hold');
      expect(await entries(request.id)).toEqual([
        expect.objectContaining({
          type: 'action-request.decided',
          stream_index: 0,
        }),
      ]);
      const [{ decision }] = await store.decisions(request.id);
      expect(decision.verdict).toBe('hold');
    });

    it('invariant 8: nothing is recorded when the entry cannot be', async () => {
      const made = requestRow({ verdict: 'hold', now });
      await knex.schema.renameTable('ledger_entry', 'ledger_entry_gone');
      await expect(
        store.insert({ ...made, messages: [], now }),
      ).rejects.toThrow();
      await knex.schema.renameTable('ledger_entry_gone', 'ledger_entry');
      expect(await store.get(made.row.id)).toBeUndefined();
      expect(await knex('decision')).toEqual([]);
      expect(await knex('sealed_document')).toEqual([]);
    });

    it('refuses a key the agent used before', async () => {
      const first = await stored('allow', { idempotency_key: 'same' });
      await expect(
        stored('allow', { idempotency_key: 'same' }),
      ).rejects.toThrow();
      expect((await store.findByKey(first.agent_ref, 'same'))?.id).toBe(
        first.id,
      );
    });

    it('lets one of two simultaneous approvals by the same person count', async () => {
      const request = await stored('hold');
      const votes = await Promise.allSettled(
        [1, 2].map(() =>
          store.review({
            review: reviewRow(request, {}, now),
            actionDigest: request.action_digest,
            tally,
            presentation: '{}',
            messages: [],
            now,
          }),
        ),
      );
      expect(votes.filter(vote => vote.status === 'fulfilled')).toHaveLength(1);
      expect(await store.reviews(request.id)).toHaveLength(1);
      expect(await entries(request.id)).toHaveLength(2);
    });

    it('counts two people who vote at the same instant', async () => {
      const request = await stored('hold');
      const people = ['user:default/olivia', 'user:default/otto'];
      const votes = await Promise.all(
        people.map(reviewer_ref =>
          store.review({
            review: reviewRow(request, { reviewer_ref }, now),
            actionDigest: request.action_digest,
            tally,
            presentation: '{}',
            messages: [],
            now,
          }),
        ),
      );
      expect(votes).toEqual([
        expect.objectContaining({ met: true }),
        expect.objectContaining({ met: true }),
      ]);
      expect(await entries(request.id)).toHaveLength(3);
    });

    it('lets exactly one win when an approval and the end of the hold race', async () => {
      const request = await stored('hold');
      const [vote, ended] = await Promise.all([
        store.review({
          review: reviewRow(request, { verdict: 'reject', comment: 'no' }, now),
          actionDigest: request.action_digest,
          tally,
          presentation: '{}',
          messages: [],
          now,
        }),
        store.transition({
          id: request.id,
          from: 'held',
          to: 'withdrawn',
          cause: 'withdrawn-by-agent',
          because: 'Withdrawn by the agent.',
          now,
        }),
      ]);
      expect([vote !== undefined, ended].filter(Boolean)).toHaveLength(1);
      expect(await entries(request.id)).toHaveLength(2);
    });

    it('invariant 4: a vote on an earlier hold counts for nothing', async () => {
      const request = await stored('hold');
      const again = decisionRecord({
        requestId: request.id,
        verdict: 'hold',
        purpose: 'review',
        now,
      });
      await store.redecide({
        request,
        to: 'held',
        record: again,
        approvals: [],
        set: { hold_decision_id: again.decision.id },
        epoch: await store.epoch(),
        messages: [],
        now,
      });
      const late = await store.review({
        review: reviewRow(request, {}, now),
        actionDigest: request.action_digest,
        tally,
        presentation: '{}',
        messages: [],
        now,
      });
      expect(late).toBeUndefined();
      expect(await store.reviews(request.id)).toEqual([]);
    });

    it('takes no vote after decide-by, whatever the sweep has done', async () => {
      const request = await stored('hold');
      const late = await store.review({
        review: reviewRow(request, {}, now),
        actionDigest: request.action_digest,
        tally,
        presentation: '{}',
        messages: [],
        now: new Date(now.getTime() + 3_600_000),
      });
      expect(late).toBeUndefined();
    });

    it('invariant 1: claims only what is authorised', async () => {
      for (const verdict of ['hold', 'deny'] as const) {
        const request = await stored(verdict);
        await expect(claim(request)).rejects.toThrow(/may not go from/);
        expect(await store.executions([request.id])).toEqual(new Map());
      }
    });

    it('gives one of two workers the claim', async () => {
      const request = await stored('allow');
      const claims = await Promise.all([
        claim(request, { workerId: 'a' }),
        claim(request, { workerId: 'b' }),
      ]);
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect((await entries(request.id)).map(({ type }) => type)).toEqual([
        'action-request.decided',
        'execution.claimed',
      ]);
    });

    it('invariant 5: a freeze, stop, review or policy that came in between takes the claim away', async () => {
      const request = await stored('allow');
      const epoch = await store.epoch();
      await knex.transaction(tx => bumpEpoch(tx));
      expect(await claim(request, { epoch })).toBeUndefined();
      expect((await store.get(request.id))?.state).toBe('authorised');
      expect(await store.executions([request.id])).toEqual(new Map());
      expect(await claim(request)).toBeDefined();
    });

    it('a call that was approved waits for its caller, and for no worker', async () => {
      const call = await stored('allow', { call_key: 'd'.repeat(64) });
      const other = await stored('allow');
      const due = await store.due({ now, limit: 10 });
      expect(due.map(({ id }) => id)).toEqual([other.id]);
      expect((await store.openCall('d'.repeat(64)))?.id).toBe(call.id);
    });

    it('claims nothing after execute-by', async () => {
      const request = await stored('allow');
      const late = await claim(request, {
        at: new Date(now.getTime() + 3_600_000),
      });
      expect(late).toBeUndefined();
    });

    it('invariant 7: who lost the lease can neither renew, settle nor release', async () => {
      const request = await stored('allow');
      const lost = (await claim(request, { workerId: 'a' }))!;
      await knex('execution').update({ lease_expires_ms: 1 });
      const [row] = (await store.executions([request.id])).values();
      const taken = (await store.takeOver(row, 60_000))!;

      expect(await store.renew(lost, 60_000)).toBe(false);
      const settlement = { outcome: 'succeeded' as const };
      const rest = { because: 'It ran.', messages: [], now };
      expect(await store.settle({ claim: lost, settlement, ...rest })).toBe(
        false,
      );
      expect(
        await store.release({ claim: lost, retryAfterMs: 0, error: 'late' }),
      ).toBe(false);
      expect(await store.settle({ claim: taken, settlement, ...rest })).toBe(
        true,
      );
      expect((await store.get(request.id))?.state).toBe('succeeded');
    });

    it('a lease that ran out cannot be renewed by its own holder', async () => {
      const request = await stored('allow');
      const held = (await claim(request))!;
      await knex('execution').update({ lease_expires_ms: 1 });
      expect(await store.renew(held, 60_000)).toBe(false);
    });

    it('keeps the key over all attempts, and the epoch grows', async () => {
      const request = await stored('allow');
      const first = (await claim(request))!;
      await store.release({ claim: first, retryAfterMs: 0, error: 'cut off' });
      const executing = (await store.get(request.id))!;
      const second = (await claim(executing, { workerId: 'b' }))!;
      expect(second).toMatchObject({
        idempotencyKey: first.idempotencyKey,
        attempt: 2,
        leaseEpoch: first.leaseEpoch + 1,
      });
    });

    it('settles once', async () => {
      const request = await stored('allow');
      const held = (await claim(request))!;
      const settle = () =>
        store.settle({
          claim: held,
          settlement: { outcome: 'succeeded', output: { ok: true } },
          because: 'It ran.',
          messages: [],
          now,
        });
      const settled = await Promise.all([settle(), settle()]);
      expect(settled.filter(Boolean)).toHaveLength(1);
      expect(
        (await entries(request.id)).filter(
          ({ type }) => type === 'execution.settled',
        ),
      ).toHaveLength(1);
    });

    it('finds what is due and what is overdue', async () => {
      const authorised = await stored('allow');
      const held = await stored('hold');
      expect((await store.due({ now, limit: 10 })).map(row => row.id)).toEqual([
        authorised.id,
      ]);
      const later = new Date(now.getTime() + 3_600_000);
      expect(await store.due({ now: later, limit: 10 })).toEqual([]);
      expect(
        (await store.overdue({ now: later, limit: 10 })).map(row => row.id),
      ).toEqual([authorised.id, held.id].sort());
    });

    it('lists by key in both orders, and only what waits for the asker', async () => {
      const ids = [];
      for (let index = 0; index < 5; index++) {
        const id = `00000000-0000-7000-8000-00000000000${index}`;
        ids.push((await stored(index % 2 ? 'hold' : 'allow', { id })).id);
      }
      const page = await store.list({ filter: {}, limit: 2, order: 'newest' });
      expect(page.map(row => row.id)).toEqual([ids[4], ids[3]]);
      const next = await store.list({
        filter: {},
        limit: 9,
        order: 'newest',
        after: ids[3],
      });
      expect(next.map(row => row.id)).toEqual([ids[2], ids[1], ids[0]]);
      const waiting = await store.list({
        filter: { waitingForRefs: ['group:default/payments'] },
        limit: 9,
        order: 'oldest',
      });
      expect(waiting.map(row => row.id)).toEqual([ids[1], ids[3]]);
      const others = await store.list({
        filter: { waitingForRefs: ['group:default/search'] },
        limit: 9,
        order: 'oldest',
      });
      expect(others).toEqual([]);
    });

    it('counts what the agent did before, by window', async () => {
      const of = (minutesAgo: number, overrides = {}) => {
        const at = new Date(now.getTime() - minutesAgo * 60_000);
        const made = requestRow({ verdict: 'allow', now: at, overrides });
        return store.insert({ ...made, messages: [], now: at });
      };
      await of(10);
      await of(59, { effect_class: 'read' });
      await of(90, { state: 'succeeded' });
      await of(60 * 25);
      await of(5, { agent_ref: 'agent:default/other' });
      const history = await store.of({
        agentRef: 'agent:default/deploy-bot',
        actionId: 'deployments:deploy',
        targetRef: 'component:default/payments-api',
        now,
      });
      expect(history).toEqual({
        mutations: { lastHour: 1, lastDay: 2 },
        sameActionOnTarget: 1,
        sameActionOnKind: 1,
        novel: false,
      });
    });

    it('counts what the agent did to other targets of a kind, and finds its latest denial', async () => {
      const of = async (minutesAgo: number, overrides = {}) => {
        const at = new Date(now.getTime() - minutesAgo * 60_000);
        const made = requestRow({ verdict: 'allow', now: at, overrides });
        await store.insert({ ...made, messages: [], now: at });
        return made.row;
      };
      await of(9, { state: 'succeeded' });
      await of(8, { state: 'succeeded', target_ref: 'component:default/web' });
      await of(7, { state: 'succeeded', target_ref: 'componentx:default/web' });
      await of(6, { state: 'failed', target_ref: 'component:default/web' });
      await of(5, { state: 'denied', agent_ref: 'agent:default/other' });
      await of(4, { state: 'denied' });
      const denied = await of(3, { state: 'denied' });
      const own = await of(2, { state: 'denied' });
      const history = await store.of({
        agentRef: 'agent:default/deploy-bot',
        actionId: 'deployments:deploy',
        targetRef: 'component:default/other',
        exceptRequestId: own.id,
        now,
      });
      expect(history).toMatchObject({
        sameActionOnTarget: 0,
        sameActionOnKind: 2,
        lastDenialAt: denied.updated_at,
        novel: true,
      });
      expect(history.run).toBeUndefined();
    });

    it('counts what happened in a run of this agent, and says who started it', async () => {
      const of = async (minutesAgo: number, overrides = {}) => {
        const at = new Date(now.getTime() - minutesAgo * 60_000);
        const made = requestRow({
          verdict: 'allow',
          now: at,
          overrides: { run_id: 'run-7', ...overrides },
        });
        await store.insert({ ...made, messages: [], now: at });
        return made.row;
      };
      const first = await of(9, {
        state: 'succeeded',
        run_started_by: 'user:default/ann',
      });
      await of(8, { state: 'failed', run_started_by: 'user:default/bo' });
      await of(7, { state: 'unknown' });
      await of(6, { state: 'succeeded', effect_class: 'read' });
      await of(5, { state: 'denied' });
      await of(4, { state: 'failed', run_id: 'run-8' });
      await of(4, { state: 'failed', run_id: null });
      await of(4, { state: 'failed', agent_ref: 'agent:default/other' });
      const own = await of(3, { state: 'authorised' });
      const ask = (agentRef: string, runId: string) =>
        store.of({
          agentRef,
          actionId: 'deployments:deploy',
          targetRef: 'component:default/payments-api',
          runId,
          exceptRequestId: own.id,
          now,
        });
      expect((await ask('agent:default/deploy-bot', 'run-7')).run).toEqual({
        mutations: 3,
        failures: 1,
        unknownOutcomes: 1,
        firstAskedAt: first.created_at,
        startedBy: 'user:default/ann',
      });
      expect((await ask('agent:default/deploy-bot', 'run-9')).run).toEqual({
        mutations: 0,
        failures: 0,
        unknownOutcomes: 0,
      });
    });

    it('counts what a person found out as if it had ended so', async () => {
      const earlier = new Date(now.getTime() - 60_000);
      const of = async (overrides: object) => {
        const made = requestRow({
          verdict: 'allow',
          now: earlier,
          overrides: { run_id: 'run-7', ...overrides },
        });
        await store.insert({ ...made, messages: [], now: earlier });
      };
      await of({ state: 'reconciled', reconciled_as: 'succeeded' });
      await of({ state: 'reconciled', reconciled_as: 'failed' });
      await of({ state: 'unknown' });
      const history = await store.of({
        agentRef: 'agent:default/deploy-bot',
        actionId: 'deployments:deploy',
        targetRef: 'component:default/payments-api',
        runId: 'run-7',
        now,
      });
      expect(history).toMatchObject({
        mutations: { lastHour: 3, lastDay: 3 },
        sameActionOnTarget: 1,
        sameActionOnKind: 1,
        run: { mutations: 3, failures: 1, unknownOutcomes: 1 },
      });
    });

    describe('an outcome nobody could tell', () => {
      const finding = (outcome: 'succeeded' | 'failed') => ({
        outcome,
        comment: 'Looked.',
        reconciledBy: 'user:default/olivia',
        standing: 'target-owner' as const,
        via: 'group:default/payments',
      });
      async function unknown(overrides: object = {}) {
        const request = await stored('allow', overrides);
        const held = (await claim(request))!;
        await store.settle({
          claim: held,
          settlement: { outcome: 'unknown', error: 'cut off' },
          because: 'Nobody knows.',
          messages: [],
          now,
        });
        return (await store.get(request.id))!;
      }
      const reconcile = (
        request: Awaited<ReturnType<typeof stored>>,
        outcome: 'succeeded' | 'failed' = 'failed',
      ) =>
        store.reconcile({
          requestId: request.id,
          revision: Number(request.revision),
          finding: finding(outcome),
          because: 'Found out.',
          now,
        });
      const report = (
        request: Awaited<ReturnType<typeof stored>>,
        number = 1,
      ) =>
        store.reportOutcome({
          request,
          report: { outcome: 'succeeded', note: 'I saw it.' },
          number,
          now,
        });

      it('lets exactly one of two people say what came of it, and begins an epoch', async () => {
        const request = await unknown();
        const epoch = await store.epoch();
        const said = await Promise.all([
          reconcile(request, 'succeeded'),
          reconcile(request, 'failed'),
        ]);
        expect(said.filter(Boolean)).toHaveLength(1);
        expect((await entries(request.id)).map(({ type }) => type)).toEqual([
          'action-request.decided',
          'execution.claimed',
          'execution.settled',
          'execution.reconciled',
        ]);
        expect(await store.epoch()).toBe(epoch + 1);
      });

      it('lets a report and the end race, and whoever comes second changes nothing', async () => {
        const request = await unknown();
        const [reported, ended] = await Promise.all([
          report(request),
          reconcile(request),
        ]);
        expect([reported, ended].filter(Boolean)).toHaveLength(1);
        expect(await entries(request.id)).toHaveLength(4);
        const row = (await store.get(request.id))!;
        expect(row.state).toBe(ended ? 'reconciled' : 'unknown');
      });

      it('begins no epoch by a report', async () => {
        const request = await unknown();
        const epoch = await store.epoch();
        expect(await report(request)).toBe(true);
        expect(await store.epoch()).toBe(epoch);
      });

      it('is not reported on, and not ended, where there is none', async () => {
        for (const verdict of ['allow', 'hold', 'deny'] as const) {
          const request = await stored(verdict);
          expect(await report(request)).toBe(false);
          expect(await reconcile(request)).toBe(false);
          expect(await store.get(request.id)).toEqual(request);
          expect(await entries(request.id)).toHaveLength(1);
        }
      });

      it.each([
        ['failed', null],
        ['succeeded', 'e'.repeat(64)],
      ] as const)(
        'frees the call when it %s only if that is no second effect',
        async (outcome, key) => {
          const request = await unknown({ call_key: 'e'.repeat(64) });
          await reconcile(request, outcome);
          expect((await store.get(request.id))?.call_key).toBe(key);
        },
      );

      it('invariant 8: stays unknown when its entry cannot be written', async () => {
        const request = await unknown();
        await knex.schema.renameTable('ledger_entry', 'ledger_entry_gone');
        await expect(reconcile(request)).rejects.toThrow();
        await expect(report(request)).rejects.toThrow();
        await knex.schema.renameTable('ledger_entry_gone', 'ledger_entry');
        expect(await store.get(request.id)).toEqual(request);
        const [execution] = (await store.executions([request.id])).values();
        expect(execution).toMatchObject({
          reported_outcome: null,
          reconciled_by: null,
        });
      });
    });

    it('gives each of those who ask at once what is theirs', async () => {
      const insert = (agent: string, overrides = {}) => {
        const made = requestRow({
          verdict: 'allow',
          now,
          overrides: { agent_ref: agent, idempotency_key: 'k1', ...overrides },
        });
        return store.insert({ ...made, messages: [], now });
      };
      const agents = Array.from(
        { length: 40 },
        (_, i) => `agent:default/a${i}`,
      );
      await insert(agents[3]);
      await insert(agents[3], { idempotency_key: 'k2', state: 'succeeded' });
      await insert(agents[35], { idempotency_key: 'k2' });

      const histories = await Promise.all(
        agents.map(agentRef =>
          store.of({
            agentRef,
            actionId: 'deployments:deploy',
            targetRef: 'component:default/payments-api',
            now: new Date(now.getTime() + 1),
          }),
        ),
      );
      expect(histories.map(history => history.mutations.lastDay)).toEqual(
        agents.map((_, i) => ({ 3: 2, 35: 1 }[i] ?? 0)),
      );
      const standing = await Promise.all(
        agents.map(agentRef =>
          store.standingAgainst({ agentRef, idempotencyKey: 'k1' }),
        ),
      );
      expect(standing.map(({ open }) => open)).toEqual(
        agents.map((_, i) => Number([3, 35].includes(i))),
      );
      expect(standing.map(({ earlierId }) => earlierId !== undefined)).toEqual(
        agents.map((_, i) => i === 3),
      );
    });
  },
);
