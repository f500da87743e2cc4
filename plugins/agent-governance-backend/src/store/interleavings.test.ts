import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { Knex } from 'knex';
import { v4 as uuidv4 } from 'uuid';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { approvalsAsCast } from '../service/requests/approvalsNow';
import { tallyOf } from '../service/requests/tallyOf';
import {
  decisionRecord,
  ownerCheckpoint,
  requestRow,
  reviewRow,
} from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { DatabaseStopStore } from './DatabaseStopStore';
import { bumpEpoch } from './epoch';
import { Claim } from './operations/claimExecution';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** What somebody may try at any time, whatever state the request is in. */
const STEPS = [
  'approve-olivia',
  'approve-otto',
  'reject',
  'withdraw',
  'expire',
  'authorise',
  'hold-again',
  'deny',
  'claim-a',
  'claim-b',
  'renew',
  'lease-runs-out',
  'take-over',
  'release',
  'settle',
  'settle-late',
  'settle-unknown',
  'report',
  'find-out',
  'freeze',
  'pull',
  'agree-ann',
  'agree-ben',
  'release-stop',
  'sweep',
] as const;
type Step = (typeof STEPS)[number];

/** Several people and workers on one request, each acting on what it last saw. */
class Scene {
  readonly #knex: Knex;
  readonly #store: DatabaseActionRequestStore;
  readonly #id: string;
  readonly #now = new Date('2026-11-22T12:00:00.000Z');
  readonly #claims: Claim[] = [];
  readonly #stops: DatabaseStopStore;
  /** Stands for the outside world: what it accepted, by key. */
  readonly effects: string[] = [];

  constructor(options: {
    knex: Knex;
    store: DatabaseActionRequestStore;
    id: string;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#id = options.id;
    this.#stops = DatabaseStopStore.create(options);
  }

  async play(step: Step): Promise<void> {
    const request = (await this.#store.get(this.#id))!;
    const now = this.#now;
    switch (step) {
      case 'approve-olivia':
      case 'approve-otto':
      case 'reject':
        await this.#store.review({
          review: reviewRow(
            request,
            {
              hold_decision_id: request.hold_decision_id ?? uuidv4(),
              reviewer_ref: `user:default/${step.split('-')[1] ?? 'olga'}`,
              verdict: step === 'reject' ? 'reject' : 'approve',
            },
            now,
          ),
          actionDigest: request.action_digest,
          tally: reviews =>
            tallyOf(request, { checkpoints: [ownerCheckpoint] }, reviews),
          presentation: '{}',
          messages: [],
          now,
        });
        return;
      case 'withdraw':
      case 'expire':
        await this.#store.transition({
          id: this.#id,
          from: request.state,
          to: step === 'withdraw' ? 'withdrawn' : 'expired',
          cause:
            step === 'withdraw'
              ? 'withdrawn-by-agent'
              : 'nobody-decided-in-time',
          because: step,
          now,
        });
        return;
      case 'authorise':
      case 'hold-again':
      case 'deny':
        await this.#redecide(step, request);
        return;
      case 'claim-a':
      case 'claim-b':
        await this.#claim(step, request);
        return;
      case 'lease-runs-out':
        await this.#knex('execution').update({ lease_expires_ms: 1 });
        return;
      case 'take-over': {
        const [row] = (await this.#store.executions([this.#id])).values();
        const taken = row && (await this.#store.takeOver(row, 60_000));
        if (taken) {
          this.#claims.push(taken);
        }
        return;
      }
      case 'freeze':
        await this.#knex.transaction(tx => bumpEpoch(tx));
        return;
      case 'pull':
      case 'agree-ann':
      case 'agree-ben':
      case 'release-stop':
      case 'sweep':
        await this.#brake(step);
        return;
      case 'report':
      case 'find-out':
        await this.#tell(step, request);
        return;
      default:
        await this.#work(step);
    }
  }

  /** As the service does it: a stop of this very target, so that requests of other runs are left alone. */
  async #brake(
    step: 'pull' | 'agree-ann' | 'agree-ben' | 'release-stop' | 'sweep',
  ) {
    const target = (await this.#store.get(this.#id))!.target_ref;
    const scope = { kind: 'target', ref: target } as const;
    if (step === 'pull') {
      await this.#stops.pull({
        scope,
        reason: 'odd',
        pulledBy: 'user:default/ann',
        quorum: 2,
        now: this.#now,
      });
      return;
    }
    const stop = (await this.#stops.inForce()).find(
      one => one.scope.ref === target,
    );
    if (!stop) {
      return;
    }
    const seen = { stopId: stop.id, revision: stop.revision, now: this.#now };
    const reach = { scope, targetRefs: [target] };
    if (step === 'sweep') {
      await this.#stops.markExecutions(stop.id, reach);
      await this.#stops.stopRequests({
        stopId: stop.id,
        requests: await this.#stops.nextToStop(reach, 10),
        because: 'Stopped.',
        now: this.#now,
      });
    } else if (step === 'release-stop') {
      const approvals = (await this.#stops.approvals([stop])).get(stop.id)!;
      await this.#stops.release({
        ...seen,
        counted: approvals.map(({ id }) => id),
      });
    } else {
      await this.#stops.approve({
        ...seen,
        approvedBy: `user:default/${step.split('-')[1]}`,
        standing: 'group:default/payments',
      });
    }
  }

  async #redecide(
    step: 'authorise' | 'hold-again' | 'deny',
    request: Awaited<ReturnType<DatabaseActionRequestStore['get']>> & {},
  ) {
    const epoch = await this.#store.epoch();
    const reviews = request.hold_decision_id
      ? await this.#store.reviews(this.#id, request.hold_decision_id)
      : [];
    const approvals = approvalsAsCast(reviews);
    if (step === 'authorise' && approvals.length === 0) {
      return;
    }
    const record = decisionRecord({
      requestId: this.#id,
      verdict: step === 'deny' ? 'deny' : 'hold',
      purpose: 'review',
      now: this.#now,
    });
    record.decision.requestDigest = request.action_digest;
    await this.#store.redecide({
      request,
      to: (
        {
          authorise: 'authorised',
          'hold-again': 'held',
          deny: 'denied',
        } as const
      )[step],
      record,
      approvals: step === 'authorise' ? approvals : [],
      set:
        step === 'hold-again'
          ? { hold_decision_id: record.decision.id }
          : { execute_by: request.decide_by },
      epoch,
      messages: [],
      now: this.#now,
    });
  }

  async #claim(
    worker: string,
    request: Awaited<ReturnType<DatabaseActionRequestStore['get']>> & {},
  ) {
    // in this order, as the worker does it: whatever is pulled after the first is noticed by the last
    const epoch = await this.#store.epoch();
    const isStopped = (await this.#stops.inForce()).some(
      ({ scope }) => scope.ref === request.target_ref,
    );
    if (isStopped) {
      return;
    }
    const claim = await this.#store.claim({
      request,
      record: decisionRecord({
        requestId: this.#id,
        verdict: 'allow',
        purpose: 'effect',
        now: this.#now,
      }),
      approvals: [],
      epoch,
      idempotencyKey: `key of ${this.#id}`,
      leaseToken: uuidv4(),
      leaseMs: 60_000,
      workerId: worker,
      now: this.#now,
    });
    if (claim) {
      this.#claims.push(claim);
      this.effects.push(claim.idempotencyKey);
    }
  }

  async #tell(
    step: 'report' | 'find-out',
    request: Awaited<ReturnType<DatabaseActionRequestStore['get']>> & {},
  ) {
    const [execution] = (await this.#store.executions([this.#id])).values();
    if (step === 'report') {
      await this.#store.reportOutcome({
        request,
        report: { outcome: 'failed' },
        number: (execution?.report_number ?? 0) + 1,
        now: this.#now,
      });
      return;
    }
    await this.#store.reconcile({
      requestId: this.#id,
      revision: Number(request.revision),
      finding: {
        outcome: 'succeeded',
        comment: 'Looked.',
        reconciledBy: 'user:default/olivia',
        standing: 'target-owner',
        via: 'group:default/payments',
      },
      because: 'Found out.',
      now: this.#now,
    });
  }

  async #work(
    step: 'renew' | 'release' | 'settle' | 'settle-late' | 'settle-unknown',
  ) {
    const claim =
      step === 'settle-late' ? this.#claims[0] : this.#claims.at(-1);
    if (!claim) {
      return;
    }
    if (step === 'renew') {
      await this.#store.renew(claim, 60_000);
    } else if (step === 'release') {
      await this.#store.release({ claim, retryAfterMs: 0, error: 'cut off' });
    } else {
      await this.#store.settle({
        claim,
        settlement:
          step === 'settle-unknown'
            ? { outcome: 'unknown', error: 'cut off' }
            : { outcome: 'succeeded', output: { by: claim.attempt } },
        because: 'It ran.',
        messages: [],
        now: this.#now,
      });
    }
  }
}

/** A move that is not legal, or a vote cast twice, is refused; anything else is a fault of ours. */
function isRefusal(error: unknown): boolean {
  return /may not go from|UNIQUE constraint|unique constraint|duplicate key|could not serialize|deadlock/i.test(
    String(error),
  );
}

describe.each(databases.eachSupportedId())('interleavings, %p', databaseId => {
  it('invariants 1, 4, 5, 7 and 8: whatever happens at once, the record tells a story that can have happened', async () => {
    const knex = await migratedDatabase(databases, databaseId);
    const store = DatabaseActionRequestStore.create({ knex });
    const reader = DatabaseLedgerReader.create({ knex });
    const now = new Date('2026-11-22T12:00:00.000Z');

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('hold' as const, 'allow' as const),
        fc.array(
          fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 4 }),
          {
            minLength: 2,
            maxLength: 10,
          },
        ),
        async (verdict, rounds) => {
          const made = requestRow({
            verdict,
            now,
            overrides: { target_ref: `component:default/${uuidv4()}` },
          });
          await store.insert({ ...made, messages: [], now });
          const id = made.row.id;
          const scene = new Scene({ knex, store, id });
          for (const round of rounds) {
            const results = await Promise.allSettled(
              round.map(step => scene.play(step)),
            );
            for (const result of results) {
              if (result.status === 'rejected' && !isRefusal(result.reason)) {
                throw result.reason;
              }
            }
          }

          const stream = `action-request:${id}`;
          // with the stops of this request, so that what ran under one of them is found
          const verification = await verifyLedger(reader.stored({}));
          expect(verification.findings).toEqual([]);

          const entries = await reader.entriesOf(stream);
          // a report moves nothing
          const moves = entries.filter(
            ({ envelope }) => envelope.type !== 'execution.reported',
          );
          const last = moves.at(-1)!.envelope.body as { to: string };
          const request = (await store.get(id))!;
          expect(last.to).toBe(request.state);
          expect(Number(request.revision)).toBe(entries.length);
          expect(new Set(scene.effects).size).toBeLessThanOrEqual(1);
          const settled = entries.filter(
            ({ envelope }) => envelope.type === 'execution.settled',
          );
          expect(settled.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: databaseId === 'SQLITE_3' ? 60 : 25, endOnFailure: true },
    );
  });
});
