import { ReleaseStopInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Agrees to the release of a stop. @public */
export function useReleaseStop() {
  return useGovernanceMutation(
    (api, input: ReleaseStopInput & { id: string }) => {
      const { id, ...agreed } = input;
      return api.releaseStop(id, agreed);
    },
  );
}
