import { Facts, UnblockStep } from '../../model';
import { reviewProgress } from '../checkpoints/reviewProgress';
import { decide } from '../decide';
import { DecisionCore } from '../DecisionCore';
import { readFact } from '../facts';
import { combineLevels } from '../levels';
import { NO_POLICIES, PolicyIndex } from '../policies';
import { entryOf } from '../policies/entryOf';
import { withPolicy } from '../policies/otherwise';
import { PolicyEntry } from '../policies/PolicyEntry';
import { PolicySet } from '../PolicySet';
import { findWays, Way } from './findWays';
import { reviewSteps } from './reviewSteps';

/**
 * The smallest changes that would turn a verdict, and who can bring each about.
 *
 * Found by deciding again, at most 200 times, with facts flipped one at a time, then in pairs, then as many as it
 * takes; never guessed from text. Where several changes are needed together, each step says so. Not cheap: where
 * many decisions are made, ask when somebody reads.
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
  const steps = findWays(policySet, facts, index, decision).flatMap(told);
  return [
    ...reviewSteps(reviewProgress(decision.checkpoints, [])),
    ...steps,
    ...grantSteps(policySet, facts, index, decision),
    ...retrySteps(decision, facts, steps),
  ];
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

/**
 * That somebody says yes: first whoever answers for the target, if that is enough; else every level that has
 * authority. Nothing if that would not help either.
 */
function grantSteps(
  policySet: PolicySet,
  facts: Facts,
  index: PolicyIndex,
  { reason, because, levels }: DecisionCore,
): UnblockStep[] {
  if (reason !== 'not-granted') {
    return [];
  }
  const message = `A policy has to say yes. ${because}`;
  const owner = readFact(facts, 'target.owner').value;
  if (owner !== undefined) {
    const granted = withPolicy(index, grantBy(owner));
    const { verdict } = decide(policySet, facts, granted);
    if (verdict !== 'deny') {
      return [{ kind: 'grant', message, who: [owner], verdict }];
    }
  }
  const { verdict } = combineLevels({
    levels: levels.map(level => ({ ...level, granted: true })),
    requiredLevels: [],
  });
  return verdict === 'deny'
    ? []
    : [{ kind: 'grant', message, who: [], verdict }];
}

/** What a team would have to write to let a target of its own be acted on. */
function grantBy(owner: string): Omit<PolicyEntry, 'rank'> {
  return entryOf({
    policy: {
      document: {
        schemaVersion: 1,
        ref: 'agentpolicy:default/not-written',
        title: 'not written',
        owner,
        level: 'team',
        mode: 'enforce',
        appliesTo: {},
        rules: [],
      },
      cost: 0,
      reads: [],
      warnings: [],
      rules: [{ rule: { name: 'yes', effect: 'allow', because: 'yes' } }],
    },
    digest: '',
    standing: 'current',
  });
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
