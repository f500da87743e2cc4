import { ImportFreezesInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceMutation } from './useGovernanceMutation';

/** Reads a calendar file, and with `apply` sets what it says. @public */
export function useImportFreezes() {
  return useGovernanceMutation((api, input: ImportFreezesInput) =>
    api.importFreezes(input),
  );
}
