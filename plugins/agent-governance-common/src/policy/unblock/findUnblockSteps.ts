import { Facts, UnblockStep, Verdict } from '../../model';
import { reviewProgress } from '../checkpoints/reviewProgress';
import { decide } from '../decide';
import { DecisionCore } from '../DecisionCore';
import { readFact } from '../facts';
import { combineLevels } from '../levels';
import { NO_POLICIES, PolicyIndex } from '../policies';
import { PolicySet } from '../PolicySet';
import { reviewSteps } from './reviewSteps';
import { UnblockCandidate } from './UnblockCandidate';
import { unblockCandidates } from './unblockCandidates';

const MAX_EVALUATIONS = 200;
const LOOSENESS: Record<Verdict, number> = { deny: 0, hold: 1, allow: 2 };

interface Way {
  candidates: UnblockCandidate[];
  verdict: Verdict;
}

/**
 * The smallest changes that would turn a verdict, and who can bring each about.
 *
 * Found by deciding again with facts flipped one at a time, then in pairs, then all at once; never guessed from
 * text. Where several changes are needed together, each step says so.
 *
 * @remarks
 * Two kinds cannot be found by flipping facts: `review`, which is what a hold asks for, and `retry` after something
 * could not be found out, which promises nothing: its verdict stays `deny`.
 *
 * @public
 */
export function findUnblockSteps(
  policySet: PolicySet,
  facts: Facts,
  index: PolicyIndex = NO_POLICIES,
): UnblockStep[] {
  const decision = decide(policySet, facts, index);
  if (decision.verdict === 'allow') {
    return [];
  }
  const steps = smallestWays(policySet, facts, index, decision.verdict).flatMap(
    told,
  );
  return [
    ...reviewSteps(reviewProgress(decision.checkpoints, [])),
    ...steps,
    ...grantSteps(decision),
    ...retrySteps(decision, facts, steps),
  ];
}

function smallestWays(
  policySet: PolicySet,
  facts: Facts,
  index: PolicyIndex,
  verdict: Verdict,
): Way[] {
  const all = unblockCandidates(facts);
  let evaluations = 0;
  const tryOut = (candidates: UnblockCandidate[]): Way[] => {
    evaluations += 1;
    if (evaluations > MAX_EVALUATIONS) {
      return [];
    }
    const changed = candidates.reduce((now, { apply }) => apply(now), facts);
    const then = decide(policySet, changed, index).verdict;
    return LOOSENESS[then] > LOOSENESS[verdict]
      ? [{ candidates, verdict: then }]
      : [];
  };

  const singles = all.flatMap(candidate => tryOut([candidate]));
  if (singles.length > 0) {
    return singles;
  }
  const pairs = all.flatMap((first, position) =>
    all.slice(position + 1).flatMap(second => tryOut([first, second])),
  );
  const best = loosest(pairs);
  if (best) {
    return [best];
  }
  return all.length > 2 ? tryOut(all) : [];
}

function loosest(ways: Way[]): Way | undefined {
  return ways.reduce<Way | undefined>(
    (best, way) =>
      best && LOOSENESS[best.verdict] >= LOOSENESS[way.verdict] ? best : way,
    undefined,
  );
}

function told({ candidates, verdict }: Way): UnblockStep[] {
  const steps = candidates.flatMap(candidate => candidate.steps);
  const suffix =
    steps.length > 1
      ? ` (One of ${steps.length} that are needed together.)`
      : '';
  return steps.map(step => ({
    ...step,
    message: `${step.message}${suffix}`,
    verdict,
  }));
}

/** What would follow if every level that has authority said yes; nothing if that would not help either. */
function grantSteps({ reason, because, levels }: DecisionCore): UnblockStep[] {
  if (reason !== 'not-granted') {
    return [];
  }
  const { verdict } = combineLevels({
    levels: levels.map(level => ({ ...level, granted: true })),
    requiredLevels: [],
  });
  return verdict === 'deny'
    ? []
    : [
        {
          kind: 'grant',
          message: `A policy has to say yes. ${because}`,
          who: [],
          verdict,
        },
      ];
}

function retrySteps(
  { reason, because, verdict }: DecisionCore,
  facts: Facts,
  found: UnblockStep[],
): UnblockStep[] {
  if (reason !== 'could-not-evaluate' || found.length > 0) {
    return [];
  }
  const agent = readFact(facts, 'agent.ref').value;
  return [
    {
      kind: 'retry',
      message: `Ask again later. ${because}`,
      who: agent === undefined ? [] : [agent],
      verdict,
    },
  ];
}
