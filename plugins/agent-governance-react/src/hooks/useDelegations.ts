import {
  Delegation,
  DelegationState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** Delegations to agents, as far as the person may know of them. @public */
export function useDelegations(options: {
  agent?: string;
  grantedBy?: string;
  state?: DelegationState;
  limit?: number;
}): CursorList<Delegation> {
  const { limit = 50, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('delegations', filter),
    limit,
    load: page => api.listDelegations({ ...filter, ...page }),
  });
}
