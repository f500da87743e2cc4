import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceQuery } from './useGovernanceQuery';

/** Whether the person may pull a stop, and what it would do now; asks nothing while it is not said of what. @public */
export function useStopPreview(scope: StopScope | undefined) {
  return useGovernanceQuery({
    question: 'stop-preview',
    details: [scope?.kind, scope?.ref, scope?.on],
    enabled: scope !== undefined,
    ask: api => api.previewStop(scope!),
  });
}
