import { useGovernanceMutation } from './useGovernanceMutation';

/** Ends a freeze before its time. @public */
export function useEndFreeze() {
  return useGovernanceMutation(
    (api, input: { id: string; revision: number; comment?: string }) => {
      const { id, ...end } = input;
      return api.endFreeze(id, end);
    },
  );
}
