import {
  AgentGovernanceApi,
  McpServer,
  McpTool,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { anMcpToolInDetail } from './builders';
import { pageOf } from './pageOf';
import { refuse } from './refuse';

/** The MCP servers of a portal in memory. */
export function mcpApiMock(options: {
  servers: McpServer[];
  tools: McpTool[];
}): Pick<
  AgentGovernanceApi,
  'listMcpServers' | 'listMcpTools' | 'getMcpTool' | 'acceptMcpTool'
> {
  const { servers, tools } = options;
  const find = async (server: string, name: string) =>
    tools.find(tool => tool.server === server && tool.name === name) ??
    refuse(404, `${server} has never shown a tool ${name}`)();
  return {
    listMcpServers: async () => servers,
    listMcpTools: async (server, filter = {}) =>
      pageOf(
        tools.filter(
          tool =>
            tool.server === server &&
            (!filter.state?.length || filter.state.includes(tool.state)) &&
            `${tool.name} ${tool.title}`
              .toLowerCase()
              .includes(filter.text?.toLowerCase() ?? ''),
        ),
        filter,
      ),
    getMcpTool: async (server, name) =>
      anMcpToolInDetail(await find(server, name)),
    acceptMcpTool: async (server, name) =>
      anMcpToolInDetail({
        ...(await find(server, name)),
        state: 'accepted',
        mayAccept: false,
      }),
  };
}
