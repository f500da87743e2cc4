import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** Freezes, all of them or those that cover one entity. @public */
export function useFreezes(options: {
  covering?: string;
  state?: Array<Freeze['state']>;
  limit?: number;
}): CursorList<Freeze> {
  const { limit = 50, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('freezes', filter),
    limit,
    load: page => api.listFreezes({ ...filter, ...page }),
  });
}
