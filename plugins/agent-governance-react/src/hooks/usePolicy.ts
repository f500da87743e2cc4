import { useGovernanceQuery } from './useGovernanceQuery';

/** Everything there is to know about one policy. @public */
export function usePolicy(policyRef: string) {
  return useGovernanceQuery({
    question: 'policy',
    details: [policyRef],
    ask: api => api.getPolicy(policyRef),
  });
}
