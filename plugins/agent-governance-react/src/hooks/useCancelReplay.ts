import { useGovernanceMutation } from './useGovernanceMutation';

/** Stops a replay that goes on; one that has ended stays as it is. @public */
export function useCancelReplay() {
  return useGovernanceMutation((api, id: string) => api.cancelReplay(id));
}
