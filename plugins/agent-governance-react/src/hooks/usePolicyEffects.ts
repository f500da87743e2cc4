import { useGovernanceQuery } from './useGovernanceQuery';

/** What a policy did in the last days, or would have done. @public */
export function usePolicyEffects(policyRef: string, options: { days: number }) {
  const { days } = options;
  return useGovernanceQuery({
    question: 'policy-effects',
    details: [policyRef, days],
    ask: api => api.getPolicyEffects(policyRef, { days }),
  });
}
