import { CreateFreezeInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Sets a freeze. @public */
export function useCreateFreeze() {
  return useGovernanceMutation((api, input: CreateFreezeInput) =>
    api.createFreeze(input),
  );
}
