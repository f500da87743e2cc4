import { useGovernanceQuery } from './useGovernanceQuery';

/** The MCP servers behind the gateway that the person may see. @public */
export function useMcpServers() {
  return useGovernanceQuery({
    question: 'mcp-servers',
    ask: api => api.listMcpServers(),
  });
}
