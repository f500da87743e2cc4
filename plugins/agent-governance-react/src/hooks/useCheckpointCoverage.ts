import { useGovernanceQuery } from './useGovernanceQuery';

/** Which actions policy documents hold, let through or deny, and which nobody decided about. @public */
export function useCheckpointCoverage() {
  return useGovernanceQuery({
    question: 'checkpoint-coverage',
    ask: api => api.getCheckpointCoverage(),
  });
}
