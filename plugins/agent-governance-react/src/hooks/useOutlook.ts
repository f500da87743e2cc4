import { useGovernanceQuery } from './useGovernanceQuery';

/** What an agent may do to an entity now: every action that is for it, in every environment. @public */
export function useOutlook(
  targetRef: string,
  agentRef: string,
  options?: { action?: string; environment?: string; enabled?: boolean },
) {
  const { action, environment, enabled } = options ?? {};
  return useGovernanceQuery({
    question: 'outlook',
    details: [targetRef, agentRef, action ?? '', environment ?? ''],
    enabled,
    ask: api =>
      api.getOutlook(targetRef, { agent: agentRef, action, environment }),
  });
}
