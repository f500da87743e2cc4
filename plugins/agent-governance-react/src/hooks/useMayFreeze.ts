import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceQuery } from './useGovernanceQuery';

/** Whether the person may set or end freezes over this scope; asks nothing while the scope is empty. @public */
export function useMayFreeze(
  scope: Pick<FreezeScope, 'entityRef' | 'environments'>,
) {
  const { entityRef, environments = [] } = scope;
  return useGovernanceQuery({
    question: 'may-freeze',
    details: [entityRef, environments.join(' ')],
    enabled: Boolean(entityRef || environments.length > 0),
    ask: api =>
      api.mayFreeze({
        ...(entityRef && { entityRef }),
        ...(environments.length > 0 && { environments }),
      }),
  });
}
