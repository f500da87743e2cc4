import { createHash } from 'node:crypto';
import {
  Decision,
  Facts,
  NotReplayableBecause,
  ReplayFlip,
  ReviewersFound,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  addComparison,
  addNotReplayable,
  DecisionComparer,
  POLICY_SET_DOMAIN,
  PolicySet,
  readPolicies,
  ReplayTally,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FACTS_DOMAIN } from '../../../facts/factsDomain';
import { ReplayBatch, ReplayGrounds, ReplayItem } from './ReplayMessages';

/** What a policy set turned out to be, once for all decisions that were made with it. */
type KnownSet = PolicySet | { because: NotReplayableBecause };

/** Makes recorded decisions again, one batch after the other, and counts. What a thread does, without the thread. */
export class ReplayWork {
  readonly #comparer: DecisionComparer;
  readonly #tally: ReplayTally;
  readonly #sets = new Map<string, KnownSet>();
  #room: number;

  constructor({ base, drafted, texts, tally, room }: ReplayGrounds) {
    const textOf = (digest: string) =>
      Object.hasOwn(texts, digest) ? texts[digest] : undefined;
    this.#comparer = new DecisionComparer({
      now: readPolicies(base, textOf),
      drafted: readPolicies(drafted, textOf),
    });
    this.#tally = tally;
    this.#room = room;
  }

  /** Everything that was counted so far. */
  get tally(): ReplayTally {
    return this.#tally;
  }

  /** @returns the flips among them, as long as there is room */
  take({ items, policySets, forget }: ReplayBatch): ReplayFlip[] {
    if (forget) {
      this.#sets.clear();
    }
    for (const [digest, bytes] of Object.entries(policySets)) {
      this.#sets.set(digest, readPolicySet(digest, bytes));
    }
    return items.flatMap(item => {
      const flip = this.#compare(item);
      if (!flip || this.#room === 0) {
        return [];
      }
      this.#room -= 1;
      return [flip];
    });
  }

  #compare(item: ReplayItem): ReplayFlip | undefined {
    const facts = readFacts(item);
    const policySet = this.#sets.get(item.policySetDigest);
    const because = whyNot(facts) ?? whyNot(policySet);
    if (because !== undefined || policySet === undefined) {
      return this.#leaveOut(because ?? 'policy-set-gone');
    }
    const compared = this.#compareWith(
      facts as Facts,
      policySet as PolicySet,
      item,
    );
    if ('because' in compared) {
      return this.#leaveOut(compared.because);
    }
    const team = (facts as Facts).target?.owner?.value;
    addComparison(
      this.#tally,
      compared,
      { ...item, ...(team !== undefined && { team }) },
      item.verdict,
    );
    return (
      compared.flip && toFlip(item, team, compared.policies, compared.flip)
    );
  }

  #compareWith(facts: Facts, policySet: PolicySet, item: ReplayItem) {
    try {
      return this.#comparer.compare({
        facts,
        policySet,
        verdict: item.verdict,
        reviewers: () => readReviewers(item),
      });
    } catch {
      // only a record that is not what we write makes the engine throw
      return { because: 'unreadable' as const };
    }
  }

  #leaveOut(because: NotReplayableBecause): undefined {
    addNotReplayable(this.#tally, because);
    return undefined;
  }
}

function whyNot(
  read: Facts | KnownSet | undefined,
): NotReplayableBecause | undefined {
  return read !== undefined && 'because' in read
    ? (read as { because: NotReplayableBecause }).because
    : undefined;
}

function readFacts({
  facts,
  factsDigest,
}: ReplayItem): Facts | { because: NotReplayableBecause } {
  if (facts === undefined) {
    return { because: 'facts-gone' };
  }
  return isWhatItSays(FACTS_DOMAIN, factsDigest, facts)
    ? parse<Facts>(facts) ?? { because: 'unreadable' }
    : { because: 'facts-altered' };
}

function readPolicySet(digest: string, bytes: string): KnownSet {
  return isWhatItSays(POLICY_SET_DOMAIN, digest, bytes)
    ? parse<PolicySet>(bytes) ?? { because: 'unreadable' }
    : { because: 'policy-set-altered' };
}

function readReviewers({ record }: ReplayItem): ReviewersFound | undefined {
  return record === undefined
    ? undefined
    : parse<Pick<Decision, 'reviewers'>>(record)?.reviewers;
}

function isWhatItSays(domain: string, digest: string, bytes: string): boolean {
  return (
    createHash('sha256').update(`${domain}\0${bytes}`).digest('hex') === digest
  );
}

function parse<T extends object>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as T)
      : undefined;
  } catch {
    return undefined;
  }
}

function toFlip(
  item: ReplayItem,
  team: string | undefined,
  policies: string[],
  flip: Pick<ReplayFlip, 'kind' | 'before' | 'after'>,
): ReplayFlip {
  const { id, requestId, effectiveAt, purpose, verdict } = item;
  const { agentRef, actionId, targetRef, environment } = item;
  return {
    decisionId: id,
    requestId,
    decidedAt: effectiveAt,
    purpose,
    agentRef,
    ...(team !== undefined && { team }),
    actionId,
    targetRef,
    environment,
    recorded: verdict,
    ...flip,
    policies,
  };
}
