import {
  Facts,
  NotReplayableBecause,
  ReplayFlipKind,
  ReplayVerdict,
  ReviewersFound,
  Verdict,
} from '../../model';
import { applyReviewers } from '../applyReviewers';
import { decide } from '../decide';
import { DecisionCore } from '../DecisionCore';
import { compilePolicies, PolicyIndex } from '../policies';
import { PolicySet } from '../PolicySet';
import {
  checkpointsSignature,
  describeCheckpoints,
} from './checkpointsSignature';
import { ReplaySets, replaySets } from './ReplaySets';

const STRICTNESS: Record<Verdict, number> = { allow: 0, hold: 1, deny: 2 };

/** A decision as it was recorded: what it takes to make it again, and what came of it. @public */
export interface RecordedDecision {
  facts: Facts;
  /** The same object for the same set: what is known of it is kept by it. */
  policySet: PolicySet;
  verdict: Verdict;
  /** Who could review, where that was looked up; only looked at where the decision was denied. */
  reviewers?(): ReviewersFound | undefined;
}

/** A decision that was made again, twice. @public */
export interface Compared {
  /** Verdict under the policies that decide. */
  from: Verdict;
  /** Verdict under the draft. */
  to: Verdict;
  /** Absent where the draft changes nothing. */
  flip?: { kind: ReplayFlipKind; before: ReplayVerdict; after: ReplayVerdict };
  /** Entity refs of the draft's policies that had something to say, now or under the draft. */
  policies: string[];
  /** What the policies that decide now would have come to, where that is not what was recorded. */
  drift?: Verdict;
  /** Whether the portal's rules had other versions when it was recorded. */
  otherRules: boolean;
}

/**
 * Makes recorded decisions again, under the policies that decide and under a draft of them, and compares the two.
 *
 * Not looked at is whether there are people enough for a checkpoint: how many there were is only known of the
 * checkpoints that were asked then.
 *
 * @public
 */
export class DecisionComparer {
  readonly #now: PolicyIndex;
  readonly #drafted: PolicyIndex;
  /** What differs, before and after: whatever none of these may apply to, the draft cannot change. */
  readonly #changed: readonly PolicyIndex[];
  readonly #sets = new WeakMap<PolicySet, ReplaySets>();

  constructor(indexes: { now: PolicyIndex; drafted: PolicyIndex }) {
    this.#now = indexes.now;
    this.#drafted = indexes.drafted;
    this.#changed = [
      differing(indexes.now, indexes.drafted),
      differing(indexes.drafted, indexes.now),
    ];
  }

  /** Pure: the same decision always compares alike. */
  compare(
    recorded: RecordedDecision,
  ): Compared | { because: NotReplayableBecause } {
    const { facts } = recorded;
    if (facts?.schemaVersion !== 1) {
      return { because: 'facts-version' };
    }
    const sets = this.#setsOf(recorded.policySet);
    if ('because' in sets) {
      return sets;
    }
    const policies = this.#speaking(facts);
    if (policies.length === 0 && sets.isCurrent) {
      // the very same is decided from the very same
      const { verdict } = recorded;
      return { from: verdict, to: verdict, policies, otherRules: false };
    }
    const before = decide(sets.now, facts, this.#now);
    const after =
      policies.length === 0
        ? before
        : decide(sets.drafted, facts, this.#drafted);
    const flip = flipOf(before, after);
    const drift = driftOf(recorded, before);
    return {
      from: before.verdict,
      to: after.verdict,
      ...(flip && {
        flip: {
          kind: flip,
          before: toVerdict(before),
          after: toVerdict(after),
        },
      }),
      policies,
      ...(drift && { drift }),
      otherRules: sets.otherRules,
    };
  }

  #setsOf(policySet: PolicySet): ReplaySets {
    const known = this.#sets.get(policySet);
    if (known) {
      return known;
    }
    const sets = replaySets(policySet, {
      now: this.#now,
      drafted: this.#drafted,
    });
    this.#sets.set(policySet, sets);
    return sets;
  }

  #speaking(facts: Facts): string[] {
    const refs = this.#changed.flatMap(index =>
      index
        .candidates(facts)
        .filter(({ scope }) => scope.test(facts) !== false)
        .map(({ header }) => header.id),
    );
    return Array.from(new Set(refs)).sort();
  }
}

/** The policies of one set that are not, or are otherwise, in another. */
function differing(of: PolicyIndex, from: PolicyIndex): PolicyIndex {
  const same = new Set(from.manifest.policies.map(keyOf));
  const sameHeld = new Set(
    from.manifest.held.map(held => JSON.stringify(held)),
  );
  return compilePolicies(
    of.policies.filter(
      ({ policy, digest, standing }) =>
        !same.has(keyOf({ ref: policy.document.ref, digest, standing })),
    ),
    of.manifest.held.filter(held => !sameHeld.has(JSON.stringify(held))),
  );
}

function keyOf(policy: { ref: string; digest: string; standing: string }) {
  return `${policy.ref} ${policy.digest} ${policy.standing}`;
}

function flipOf(
  before: DecisionCore,
  after: DecisionCore,
): ReplayFlipKind | undefined {
  const stricter = STRICTNESS[after.verdict] - STRICTNESS[before.verdict];
  if (stricter !== 0) {
    return stricter > 0 ? 'tightened' : 'loosened';
  }
  return after.verdict === 'hold' &&
    checkpointsSignature(before.checkpoints) !==
      checkpointsSignature(after.checkpoints)
    ? 'checkpoint'
    : undefined;
}

/** A hold that was denied because too few people could look is no drift: that is looked at here as it was then. */
function driftOf(
  { verdict, reviewers }: RecordedDecision,
  now: DecisionCore,
): Verdict | undefined {
  if (verdict === now.verdict) {
    return undefined;
  }
  const found =
    verdict === 'deny' && now.verdict === 'hold' ? reviewers?.() : undefined;
  const again =
    found && isFor(found, now)
      ? applyReviewers(now, found).verdict
      : now.verdict;
  return again === verdict ? undefined : again;
}

/** Whether those were looked for who are asked. */
function isFor({ lookups }: ReviewersFound, { checkpoints }: DecisionCore) {
  const known = new Set(lookups.map(({ from }) => from));
  return checkpoints.every(({ anyOf }) =>
    anyOf.every(({ allOf }) => allOf.every(({ from }) => known.has(from))),
  );
}

function toVerdict(decision: DecisionCore): ReplayVerdict {
  const { verdict, reason, because, checkpoints } = decision;
  return { verdict, reason, because, asks: describeCheckpoints(checkpoints) };
}
