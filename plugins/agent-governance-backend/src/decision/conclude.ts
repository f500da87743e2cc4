import {
  Facts,
  ReviewersFound,
  UnblockStep,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DecisionCore,
  applyReviewers,
  decide,
  findUnblockSteps,
  reviewProgress,
  reviewSteps,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Grounds } from './DecisionGrounds';

/**
 * Decides, and finds out who could look where somebody has to.
 *
 * @param lookUp - `undefined` when who may could not be found out
 */
export async function conclude(
  { policySet, policies }: Grounds,
  facts: Facts,
  lookUp: (core: DecisionCore) => Promise<ReviewersFound | undefined>,
): Promise<DecisionCore> {
  const core = decide(policySet, facts, policies);
  const reviewers = core.verdict === 'hold' ? await lookUp(core) : undefined;
  return {
    ...applyReviewers(core, reviewers),
    ...(reviewers && { reviewers }),
  };
}

/** What would turn a decision that was made on these grounds and facts; takes many evaluations. */
export function stepsFrom(
  decision: DecisionCore,
  { policySet, policies }: Grounds,
  facts: Facts,
): UnblockStep[] {
  return decision.verdict === 'allow'
    ? []
    : [
        ...reviewSteps(reviewProgress(decision.checkpoints, [])),
        ...findUnblockSteps(policySet, facts, policies).filter(
          ({ kind }) => kind !== 'review',
        ),
      ];
}
