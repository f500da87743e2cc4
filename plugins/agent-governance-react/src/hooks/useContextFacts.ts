import { useGovernanceQuery } from './useGovernanceQuery';

/** What is known about an entity, each fact against its standard. @public */
export function useContextFacts(
  entityRef: string,
  options?: { enabled?: boolean },
) {
  return useGovernanceQuery({
    question: 'context',
    details: [entityRef],
    enabled: options?.enabled,
    ask: api => api.getContext(entityRef),
  });
}
