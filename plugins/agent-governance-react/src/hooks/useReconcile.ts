import { ReconcileInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Says what came of a request whose outcome nobody could tell. @public */
export function useReconcile() {
  return useGovernanceMutation(
    (api, input: ReconcileInput & { requestId: string }) => {
      const { requestId, ...found } = input;
      return api.reconcileActionRequest(requestId, found);
    },
  );
}
