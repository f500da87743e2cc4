import { useGovernanceMutation } from './useGovernanceMutation';

/** Revokes a delegation: once it has, nothing starts under it any more. @public */
export function useRevokeDelegation() {
  return useGovernanceMutation((api, { id }: { id: string }) =>
    api.revokeDelegation(id),
  );
}
