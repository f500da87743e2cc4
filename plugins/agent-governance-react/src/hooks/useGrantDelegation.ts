import { GrantDelegationInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Lets an agent do certain things on the person's behalf. @public */
export function useGrantDelegation() {
  return useGovernanceMutation((api, input: GrantDelegationInput) =>
    api.grantDelegation(input),
  );
}
