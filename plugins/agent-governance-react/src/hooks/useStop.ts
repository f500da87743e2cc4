import { useGovernanceQuery } from './useGovernanceQuery';

/** One stop, and whether the person may agree to its release. @public */
export function useStop(id: string) {
  return useGovernanceQuery({
    question: 'stop',
    details: [id],
    ask: api => api.getStop(id),
  });
}
