import {
  Decision,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Approval,
  seatingOf,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/**
 * What the ledger says of the reviews by which a hold was overcome.
 *
 * The body says which review counts where; who that was, and what they stood for when it was last looked up, lies in a
 * payload. Where the decision holds nothing, no review counts.
 *
 * @throws Error where the approvals do not satisfy what the decision asks for: nothing of it may be committed.
 */
export function countedReviews(decision: Decision, approvals: Approval[]) {
  if (decision.verdict !== 'hold') {
    return { body: { reviewsCounted: [], seats: [] }, payloads: [] };
  }
  const seats = seatingOf(decision.checkpoints, approvals);
  if (!seats) {
    throw new Error(
      `Action request ${decision.requestId} may not go on: its approvals do not satisfy decision ${decision.id}`,
    );
  }
  return {
    body: {
      reviewsCounted: approvals.map(({ id }) => id),
      seats: seats as unknown as JsonObject[],
    },
    payloads: [
      {
        name: 'reviewers',
        content: {
          checkpoints: decision.checkpoints.map(({ id, anyOf }) => ({
            id,
            anyOf,
          })),
          approvals,
        } as unknown as JsonObject,
        classification: 'person' as const,
      },
    ],
  };
}
