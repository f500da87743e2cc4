import { useGovernanceQuery } from './useGovernanceQuery';

/** The registered actions. @public */
export function useActions() {
  return useGovernanceQuery({
    question: 'actions',
    ask: api => api.listActions(),
  });
}
