import { useGovernanceQuery } from './useGovernanceQuery';

/** The configured environments. @public */
export function useEnvironments() {
  return useGovernanceQuery({
    question: 'environments',
    ask: api => api.listEnvironments(),
  });
}
