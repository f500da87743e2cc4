import { useGovernanceQuery } from './useGovernanceQuery';

/** Where one request stands. @public */
export function useActionRequest(id: string) {
  return useGovernanceQuery({
    question: 'action-request',
    details: [id],
    ask: (api, signal) => api.getActionRequest(id, { signal }),
  });
}
