import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { pinnedKey } from '../query/queryKeys';

/** One tool; stays what the person is looking at until they ask again, since that is what they accept. @public */
export function useMcpTool(serverId: string, tool: string) {
  const api = useApi(agentGovernanceApiRef);
  return useQuery({
    queryKey: pinnedKey('mcp-tool', serverId, tool),
    queryFn: () => api.getMcpTool(serverId, tool),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
