import { StartReplayInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Starts a replay; it goes on by itself. @public */
export function useStartReplay() {
  return useGovernanceMutation((api, input: StartReplayInput) =>
    api.startReplay(input),
  );
}
