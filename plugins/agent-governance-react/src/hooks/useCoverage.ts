import { useGovernanceQuery } from './useGovernanceQuery';

/** What of the portal is open to agents, and what governance does not see. @public */
export function useCoverage() {
  return useGovernanceQuery({
    question: 'coverage',
    ask: api => api.getCoverage(),
  });
}
