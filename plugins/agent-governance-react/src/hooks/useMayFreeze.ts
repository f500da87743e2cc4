import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceQuery } from './useGovernanceQuery';

/** Whether the person may set or end freezes over this scope; asks nothing while the scope is empty. @public */
export function useMayFreeze(scope: FreezeScope) {
  return useGovernanceQuery({
    question: 'may-freeze',
    details: [scope.entityRef, scope.environment],
    enabled: Boolean(scope.entityRef || scope.environment),
    ask: api => api.mayFreeze(scope),
  });
}
