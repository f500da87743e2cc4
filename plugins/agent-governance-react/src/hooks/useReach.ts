import { ReachQuery } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceQuery } from './useGovernanceQuery';

/** What an agent could do to what is on screen; asked no longer once that is something else. @public */
export function useReach(agentRef: string, query: ReachQuery) {
  const { targets, actions, environment } = query;
  return useGovernanceQuery({
    question: 'reach',
    details: [agentRef, targets, actions, environment],
    enabled: targets.length > 0 && actions.length > 0,
    ask: (api, signal) => api.getReach(agentRef, query, { signal }),
  });
}
