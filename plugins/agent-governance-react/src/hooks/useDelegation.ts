import { useGovernanceQuery } from './useGovernanceQuery';

/** One delegation, and whether the person may revoke it. @public */
export function useDelegation(id: string) {
  return useGovernanceQuery({
    question: 'delegation',
    details: [id],
    ask: api => api.getDelegation(id),
  });
}
