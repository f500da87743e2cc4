import { useGovernanceMutation } from './useGovernanceMutation';

/** Confirms that a vanished policy is gone, and ends what it still forbids. @public */
export function useConfirmPolicy() {
  return useGovernanceMutation(
    (api, input: { ref: string; revision: number; comment?: string }) => {
      const { ref, ...confirm } = input;
      return api.confirmPolicy(ref, confirm);
    },
  );
}
