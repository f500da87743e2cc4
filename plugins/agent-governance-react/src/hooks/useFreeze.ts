import { useGovernanceQuery } from './useGovernanceQuery';

/** One freeze with what it covers, when it comes next, and its exceptions. @public */
export function useFreeze(id: string) {
  return useGovernanceQuery({
    question: 'freeze',
    details: [id],
    ask: api => api.getFreeze(id),
  });
}
