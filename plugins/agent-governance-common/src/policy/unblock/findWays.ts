import { Facts, Verdict } from '../../model';
import { decide } from '../decide';
import { DecisionCore } from '../DecisionCore';
import { PolicyIndex } from '../policies';
import { PolicySet } from '../PolicySet';
import { policiesChange } from './candidates/policiesChange';
import { Circumstances, UnblockCandidate } from './UnblockCandidate';
import { unblockCandidates } from './unblockCandidates';

const MAX_EVALUATIONS = 200;
const LOOSENESS: Record<Verdict, number> = { deny: 0, hold: 1, allow: 2 };

/** Things that together turn a verdict, and into what. */
export interface Way {
  candidates: UnblockCandidate[];
  verdict: Verdict;
}

/** Decides again and again, and stops before that is too often. */
class Trial {
  readonly #policySet: PolicySet;
  readonly #before: Circumstances;
  readonly #verdict: Verdict;
  #evaluations = 0;

  constructor(policySet: PolicySet, before: Circumstances, verdict: Verdict) {
    this.#policySet = policySet;
    this.#before = before;
    this.#verdict = verdict;
  }

  smallest(all: UnblockCandidate[]): Way[] {
    const singles = all.flatMap(candidate => this.#tryOut([candidate]));
    if (singles.length > 0) {
      return singles;
    }
    const pairs = all.flatMap((first, position) =>
      all.slice(position + 1).flatMap(second => this.#tryOut([first, second])),
    );
    const best = loosest(pairs);
    if (best) {
      return [best];
    }
    const [together] = all.length > 2 ? this.#tryOut(all) : [];
    return together ? [this.#withoutNeedless(together)] : [];
  }

  /** One pass is not enough: what was needed beside something may not be once that is left out. */
  #withoutNeedless(way: Way): Way {
    for (const candidate of way.candidates) {
      const [fewer] = this.#tryOut(
        way.candidates.filter(other => other !== candidate),
      );
      if (fewer?.verdict === way.verdict) {
        return this.#withoutNeedless(fewer);
      }
    }
    return way;
  }

  #tryOut(candidates: UnblockCandidate[]): Way[] {
    this.#evaluations += 1;
    if (this.#evaluations > MAX_EVALUATIONS) {
      return [];
    }
    const verdict = verdictAfter(this.#policySet, this.#before, candidates);
    return LOOSENESS[verdict] > LOOSENESS[this.#verdict]
      ? [{ candidates, verdict }]
      : [];
  }
}

/**
 * The smallest ways to a looser verdict: found by deciding again with things changed one at a time, then in pairs,
 * then all of them less what turns out not to be needed. First what can come about by itself or by somebody's daily
 * work; only if nothing of that helps, that a policy is changed.
 */
export function findWays(
  policySet: PolicySet,
  facts: Facts,
  index: PolicyIndex,
  decision: DecisionCore,
): Way[] {
  const trial = new Trial(policySet, { facts, index }, decision.verdict);
  const circumstances = unblockCandidates(facts);
  const ways = trial.smallest(circumstances);
  return ways.length > 0 || decision.verdict !== 'deny'
    ? ways
    : trial.smallest([...circumstances, ...policiesChange(decision, facts)]);
}

/** What would be decided, had these things come about. */
export function verdictAfter(
  policySet: PolicySet,
  before: Circumstances,
  candidates: readonly UnblockCandidate[],
): Verdict {
  const { facts, index } = candidates.reduce(
    (now, { apply }) => apply(now),
    before,
  );
  return decide(policySet, facts, index).verdict;
}

function loosest(ways: Way[]): Way | undefined {
  return ways.reduce<Way | undefined>(
    (best, way) =>
      best && LOOSENESS[best.verdict] >= LOOSENESS[way.verdict] ? best : way,
    undefined,
  );
}
