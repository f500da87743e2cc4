import { useGovernanceQuery } from './useGovernanceQuery';

/** Everything about one request, in the order it happened. @public */
export function useExplanation(id: string, options?: { enabled?: boolean }) {
  return useGovernanceQuery({
    question: 'explanation',
    details: [id],
    enabled: options?.enabled,
    ask: api => api.explainActionRequest(id),
  });
}
