import { useGovernanceQuery } from './useGovernanceQuery';

/** Who reports what is going on, and whether they are heard. @public */
export function useConditionSources() {
  return useGovernanceQuery({
    question: 'condition-sources',
    ask: api => api.listConditionSources(),
  });
}
