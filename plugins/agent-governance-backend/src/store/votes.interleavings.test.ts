import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { v4 as uuidv4 } from 'uuid';
import { Checkpoint } from '@agentgov/backstage-plugin-agent-governance-common';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import {
  approvalsCarry,
  reviewProgress,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import {
  approvalsAsCast,
  approvalsNow,
} from '../service/requests/approvalsNow';
import { progressColumn } from '../service/requests/decidedColumns';
import { tallyOf } from '../service/requests/tallyOf';
import { PeopleDirectory } from '../service/types';
import { decisionRecord, requestRow, reviewRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { ActionRequestRow } from './rows';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const GROUPS = ['group:default/a', 'group:default/b'];
const PEOPLE = ['ann', 'bob', 'cat', 'dan'].map(name => `user:default/${name}`);
const NOW = new Date('2026-11-22T12:00:00.000Z');
const LATE = new Date('2026-11-22T13:00:00.000Z');

/** What somebody may try at any time. */
type Step =
  | { kind: 'approve' | 'reject'; person: string; late: boolean }
  /** Somebody belongs to other groups from now on. */
  | { kind: 'move'; person: string; groups: string[] }
  | { kind: 'withdraw' | 'expire' | 'advance' | 'claim' }
  /** The policy asks for something else from now on, by the same rules or by others. */
  | { kind: 'ask'; checkpoints: Checkpoint[] };

const person = fc.constantFrom(...PEOPLE);
const checkpoints: fc.Arbitrary<Checkpoint[]> = fc
  .array(
    fc
      .record({
        rule: fc.constantFrom('first', 'second'),
        anyOf: fc.array(
          fc.array(
            fc.record({
              from: fc.constantFrom(...GROUPS),
              count: fc.integer({ min: 1, max: 2 }),
            }),
            { minLength: 1, maxLength: 2 },
          ),
          { minLength: 1, maxLength: 2 },
        ),
      })
      .map(({ rule, anyOf }) => ({
        id: rule,
        policy: 'agentpolicy:default/p',
        rule,
        anyOf: anyOf.map(terms => ({
          allOf: terms.map(term => ({ ...term, resolved: [term.from] })),
        })),
        decideWithin: 'PT1H',
        executeWithin: 'PT30M',
      })),
    { minLength: 1, maxLength: 2 },
  )
  .map(all => [...new Map(all.map(each => [each.id, each])).values()]);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('approve' as const),
      person,
      late: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('approve' as const, 'reject' as const),
      person,
      // a rejection in time is the end of it
      late: fc.nat(9).map(n => n > 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      person,
      groups: fc.subarray(GROUPS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('withdraw', 'expire') }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constantFrom('advance', 'claim') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), checkpoints }),
  },
) as fc.Arbitrary<Step>;

/** However it went until then: everybody who has not approved does, and it is taken on. */
const TAIL: Step[][] = [
  PEOPLE.map(each => ({ kind: 'approve', person: each, late: false })),
  [{ kind: 'advance' }],
  [{ kind: 'claim' }],
];

/** A request that people vote on while they come and go, and that is decided again as the service does it. */
class Scene {
  readonly #store: DatabaseActionRequestStore;
  readonly #id: string;
  readonly #groups: Map<string, string[]>;
  #asked: Checkpoint[];
  /** For each execution, whether what it was claimed by satisfied what was asked for, tried one seating at a time. */
  readonly effects: boolean[] = [];

  constructor(options: {
    store: DatabaseActionRequestStore;
    id: string;
    groups: Map<string, string[]>;
    asked: Checkpoint[];
  }) {
    this.#store = options.store;
    this.#id = options.id;
    this.#groups = options.groups;
    this.#asked = options.asked;
  }

  async play(played: Step): Promise<void> {
    switch (played.kind) {
      case 'approve':
      case 'reject':
        await this.#vote(played);
        return;
      case 'move':
        this.#groups.set(played.person, played.groups);
        return;
      case 'ask':
        this.#asked = played.checkpoints;
        return;
      case 'withdraw':
      case 'expire':
        await this.#end(played.kind);
        return;
      default:
        await this.#decideAgain(played.kind);
    }
  }

  /** Whose inboxes it is in, and in whose it should be: exactly those whose vote would bring it further. */
  async inboxes() {
    const request = (await this.#store.get(this.#id))!;
    if (request.state !== 'held') {
      return { are: [], shouldBe: [] };
    }
    const hold = (await this.#store.decision(request.hold_decision_id!))!;
    const cast = approvalsAsCast(
      await this.#store.reviews(this.#id, request.hold_decision_id!),
    );
    const { checkpoints: asked } = hold.decision;
    const told = progressColumn(reviewProgress(asked, cast));
    const are = [request.review_progress];
    const shouldBe: Array<string | null> = [told];
    for (const [reviewerRef, standingRefs] of this.#groups) {
      const found = await this.#store.list({
        filter: {
          waitingForRefs: [reviewerRef, ...standingRefs],
          notReviewedBy: reviewerRef,
        },
        limit: 100,
        order: 'newest',
      });
      const helps =
        !cast.some(approval => approval.reviewerRef === reviewerRef) &&
        asked.some(
          checkpoint =>
            !isMet(checkpoint, cast) &&
            checkpoint.anyOf.some(
              (_, way) =>
                most(checkpoint, way, [
                  ...cast,
                  { id: 'n', reviewerRef, standingRefs },
                ]) > most(checkpoint, way, cast),
            ),
        );
      are.push(
        ...(found.some(({ id }) => id === this.#id) ? [reviewerRef] : []),
      );
      shouldBe.push(...(helps ? [reviewerRef] : []));
    }
    return { are, shouldBe };
  }

  async #vote(played: Extract<Step, { person: string; late: boolean }>) {
    const request = (await this.#store.get(this.#id))!;
    const hold =
      request.hold_decision_id &&
      (await this.#store.decision(request.hold_decision_id));
    const asked = hold ? hold.decision.checkpoints : this.#asked;
    const standing = this.#groups.get(played.person)!;
    if (standing.length === 0) {
      return;
    }
    const tally = await this.#store.review({
      review: reviewRow(
        request,
        {
          hold_decision_id: request.hold_decision_id ?? uuidv4(),
          reviewer_ref: played.person,
          verdict: played.kind === 'reject' ? 'reject' : 'approve',
          standing_refs: JSON.stringify(standing),
        },
        NOW,
      ),
      actionDigest: request.action_digest,
      tally: reviews => tallyOf(request, { checkpoints: asked }, reviews),
      presentation: '{}',
      messages: [],
      now: played.late ? LATE : NOW,
    });
    if (played.late && tally) {
      throw new Error('A vote was taken after the time was up');
    }
  }

  async #end(kind: 'withdraw' | 'expire') {
    const request = (await this.#store.get(this.#id))!;
    await this.#store.transition({
      id: this.#id,
      from: request.state,
      to: kind === 'withdraw' ? 'withdrawn' : 'expired',
      cause:
        kind === 'withdraw' ? 'withdrawn-by-agent' : 'nobody-decided-in-time',
      because: kind,
      now: NOW,
    });
  }

  /** As the reevaluator: the checkpoints of now, the standing of now, and the votes on the present hold. */
  async #decideAgain(kind: 'advance' | 'claim') {
    const request = (await this.#store.get(this.#id))!;
    const wanted = kind === 'advance' ? 'held' : 'authorised';
    if (
      request.state !== wanted ||
      (kind === 'advance' && !request.quorum_met_at)
    ) {
      return;
    }
    const epoch = await this.#store.epoch();
    const hold = (await this.#store.decision(request.hold_decision_id!))!;
    const record = decisionRecord({
      requestId: this.#id,
      verdict: 'hold',
      purpose: kind === 'advance' ? 'review' : 'effect',
      now: NOW,
    });
    record.decision.checkpoints = this.#asked;
    record.decision.requestDigest = request.action_digest;
    const approvals = await approvalsNow({
      people: this.#people(),
      reviews: await this.#store.reviews(this.#id, request.hold_decision_id!),
      refs: GROUPS,
      never: [],
    });
    if (!approvalsCarry(hold.decision, record.decision, approvals)) {
      await this.#holdAgain(request, record, epoch);
      return;
    }
    const options = { request, record, approvals, epoch, now: NOW };
    if (kind === 'advance') {
      await this.#store.redecide({
        ...options,
        to: 'authorised',
        set: { execute_by: LATE.toISOString() },
        messages: [],
      });
      return;
    }
    const claim = await this.#store.claim({
      ...options,
      idempotencyKey: `key of ${this.#id}`,
      leaseToken: uuidv4(),
      leaseMs: 60_000,
      workerId: 'worker',
    });
    if (claim) {
      this.effects.push(
        record.decision.checkpoints.every(checkpoint =>
          isMet(checkpoint, approvals),
        ),
      );
    }
  }

  async #holdAgain(
    request: ActionRequestRow,
    record: ReturnType<typeof decisionRecord>,
    epoch: number,
  ) {
    await this.#store.redecide({
      request,
      to: 'held',
      record,
      approvals: [],
      set: {
        hold_decision_id: record.decision.id,
        decide_by: LATE.toISOString(),
        execute_by: null,
        review_progress: progressColumn(
          reviewProgress(record.decision.checkpoints, []),
        ),
      },
      epoch,
      messages: [],
      now: NOW,
    });
  }

  #people(): PeopleDirectory {
    return {
      standing: async (ref: string, refs: string[]) => {
        const found = refs.find(each => this.#groups.get(ref)!.includes(each));
        return found ? { ownerRef: found, via: found } : undefined;
      },
    } as PeopleDirectory;
  }
}

type Votes = ReturnType<typeof approvalsAsCast>;

/** How many seats of one alternative these people can fill at most, tried one by one. */
function most({ anyOf }: Checkpoint, way: number, votes: Votes): number {
  const places = anyOf[way].allOf.flatMap(({ resolved, count }) =>
    Array.from({ length: count }, () => resolved),
  );
  const fill = (rest: string[][], people: Votes): number => {
    const [place, ...others] = rest;
    return place === undefined
      ? 0
      : Math.max(
          fill(others, people),
          ...people.map((voter, index) =>
            place.some(ref => voter.standingRefs.includes(ref))
              ? 1 + fill(others, people.toSpliced(index, 1))
              : 0,
          ),
        );
  };
  return fill(places, votes);
}

const size = ({ anyOf }: Checkpoint, way: number) =>
  anyOf[way].allOf.reduce((sum, { count }) => sum + count, 0);

/** Whether some alternative is filled completely. */
function isMet(checkpoint: Checkpoint, votes: Votes): boolean {
  return checkpoint.anyOf.some(
    (_, way) => most(checkpoint, way, votes) === size(checkpoint, way),
  );
}

/** A move that is not legal, or a vote cast twice, is refused; anything else is a fault of ours. */
function isRefusal(error: unknown): boolean {
  return /may not go from|UNIQUE constraint|unique constraint|duplicate key|could not serialize|deadlock/i.test(
    String(error),
  );
}

describe.each(databases.eachSupportedId())(
  'votes that come in together, %p',
  databaseId => {
    it('invariants 4, 5 and 6: nothing runs that the right people have not approved as it is asked for now', async () => {
      const knex = await migratedDatabase(databases, databaseId);
      const store = DatabaseActionRequestStore.create({ knex });
      const reader = DatabaseLedgerReader.create({ knex });
      let ran = 0;

      await fc.assert(
        fc.asyncProperty(
          checkpoints,
          fc.tuple(...PEOPLE.map(() => fc.subarray(GROUPS))),
          fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
            maxLength: 12,
          }),
          async (asked, groups, rounds) => {
            const made = requestRow({ verdict: 'hold', now: NOW });
            made.record.decision.checkpoints = asked;
            made.row.review_progress = progressColumn(
              reviewProgress(asked, []),
            );
            await store.insert({ ...made, messages: [], now: NOW });
            const { id } = made.row;
            const scene = new Scene({
              store,
              id,
              groups: new Map(PEOPLE.map((ref, at) => [ref, groups[at]])),
              asked,
            });
            for (const round of [...rounds, ...TAIL]) {
              const results = await Promise.allSettled(
                round.map(each => scene.play(each)),
              );
              for (const result of results) {
                if (result.status === 'rejected' && !isRefusal(result.reason)) {
                  throw result.reason;
                }
              }
              const { are, shouldBe } = await scene.inboxes();
              expect(are).toEqual(shouldBe);
            }
            ran += scene.effects.length;
            expect(scene.effects).not.toContain(false);
            expect(scene.effects.length).toBeLessThanOrEqual(1);
            const { findings } = await verifyLedger(
              reader.stored({ stream: `action-request:${id}` }),
            );
            expect(findings).toEqual([]);
          },
        ),
        { numRuns: databaseId === 'SQLITE_3' ? 120 : 50, endOnFailure: true },
      );
      // else nothing was shown
      expect(ran).toBeGreaterThan(0);
    });
  },
);
