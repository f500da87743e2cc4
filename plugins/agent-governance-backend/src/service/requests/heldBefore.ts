import {
  Decision,
  Facts,
  ReviewPresentationContent,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ReviewRow } from '../../store/rows';
import { changedSince } from './changedSince';

/**
 * What a reviewer has to know of a request that was decided before and had to be held again: who had approved it then,
 * and what moved since. Compared is with the decision that people last voted under, or the last one where nobody did.
 */
export function heldBefore(options: {
  hold: Decision;
  facts: Facts;
  /** Every decision on the request, oldest first. */
  decisions: Array<{ decision: Decision; facts: Facts }>;
  /** Every vote on it, oldest first. */
  reviews: ReviewRow[];
}): ReviewPresentationContent['heldBefore'] {
  const { hold, facts, decisions, reviews } = options;
  const earlier = decisions.slice(
    0,
    decisions.findIndex(({ decision }) => decision.id === hold.id),
  );
  const votes = reviews.filter(
    ({ hold_decision_id }) => hold_decision_id !== hold.id,
  );
  const votedOn = votes.at(-1)?.hold_decision_id;
  const before =
    earlier.find(({ decision }) => decision.id === votedOn) ?? earlier.at(-1);
  return (
    before && {
      decidedAt: before.decision.effectiveAt,
      approvedBy: votes
        .filter(
          ({ hold_decision_id, verdict }) =>
            hold_decision_id === before.decision.id && verdict === 'approve',
        )
        .map(({ reviewer_ref }) => reviewer_ref),
      changes: changedSince(before.facts, facts),
    }
  );
}
