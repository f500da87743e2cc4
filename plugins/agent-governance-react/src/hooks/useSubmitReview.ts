import { SubmitReviewInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Approves or rejects exactly what was shown. @public */
export function useSubmitReview() {
  return useGovernanceMutation(
    (api, input: SubmitReviewInput & { requestId: string }) => {
      const { requestId, ...review } = input;
      return api.submitReview(requestId, review);
    },
  );
}
