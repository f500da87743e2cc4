import { useGovernanceQuery } from './useGovernanceQuery';

/** A text of a policy by the digest its history names; asks nothing where there is none. @public */
export function usePolicyText(policyRef: string, digest: string | undefined) {
  return useGovernanceQuery({
    question: 'policy-text',
    details: [policyRef, digest],
    enabled: digest !== undefined,
    ask: api => api.getPolicyText(policyRef, digest!),
  });
}
