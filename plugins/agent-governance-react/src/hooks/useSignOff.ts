import { SignOffInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Vouches for the present value of a fact. @public */
export function useSignOff() {
  return useGovernanceMutation(
    (api, input: SignOffInput & { entityRef: string }) => {
      const { entityRef, ...signOff } = input;
      return api.signOffContext(entityRef, signOff);
    },
  );
}
