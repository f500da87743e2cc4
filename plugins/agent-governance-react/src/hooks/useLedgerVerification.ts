import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';

/** Verifies the ledger when asked to; it reads everything, so never by itself. @public */
export function useLedgerVerification() {
  const api = useApi(agentGovernanceApiRef);
  return useMutation({
    mutationFn: (options: { stream?: string }) => api.verifyLedger(options),
  });
}
