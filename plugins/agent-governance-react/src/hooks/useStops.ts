import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** Stops, all of them or those felt at one entity. @public */
export function useStops(options: {
  covering?: string;
  state?: Stop['state'];
  limit?: number;
}): CursorList<Stop> {
  const { limit = 50, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('stops', filter),
    limit,
    load: page => api.listStops({ ...filter, ...page }),
  });
}
