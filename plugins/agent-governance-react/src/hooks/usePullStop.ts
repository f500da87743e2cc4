import { PullStopInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Pulls a stop: once it has, nothing in its scope starts any more. @public */
export function usePullStop() {
  return useGovernanceMutation((api, input: PullStopInput) =>
    api.pullStop(input),
  );
}
