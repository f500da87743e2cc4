import { VotePolicyChangeInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Agrees to a change of a policy that waits, or says no to it. @public */
export function useVotePolicyChange() {
  return useGovernanceMutation(
    (
      api,
      input: VotePolicyChangeInput & {
        ref: string;
        verdict: 'approve' | 'reject';
      },
    ) => {
      const { ref, verdict, ...vote } = input;
      return verdict === 'approve'
        ? api.approvePolicyChange(ref, vote)
        : api.rejectPolicyChange(ref, vote);
    },
  );
}
