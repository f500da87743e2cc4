import { useGovernanceQuery } from './useGovernanceQuery';

/** What is going on around an entity, as decisions see it. @public */
export function useConditions(entityRef: string) {
  return useGovernanceQuery({
    question: 'conditions',
    details: [entityRef],
    ask: api => api.getConditions(entityRef),
  });
}
