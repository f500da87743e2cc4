import {
  ListMcpToolsOptions,
  McpTool,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** The tools of an MCP server, by name. @public */
export function useMcpTools(
  serverId: string,
  options: Omit<ListMcpToolsOptions, 'cursor'> = {},
): CursorList<McpTool> {
  const { limit = 50, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('mcp-tools', serverId, filter),
    limit,
    load: page => api.listMcpTools(serverId, { ...filter, ...page }),
  });
}
