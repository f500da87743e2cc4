import { LedgerEntryView } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** Entries of the ledger, of one stream or of all. @public */
export function useLedgerEntries(options: {
  stream?: string;
  limit?: number;
}): CursorList<LedgerEntryView> {
  const { limit = 50, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('ledger-entries', filter),
    limit,
    load: page => api.listLedgerEntries({ ...filter, ...page }),
  });
}
