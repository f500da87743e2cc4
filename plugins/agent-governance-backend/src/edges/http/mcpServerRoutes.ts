import { McpServerService } from '../../service/mcp/McpServerService';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** MCP servers behind the gateway, as people look at them. */
export function mcpServerRoutes(services: {
  mcpServers: McpServerService;
}): Route[] {
  const { mcpServers } = services;
  return [
    createRoute({
      operation: 'listMcpServers',
      method: 'get',
      path: '/v1/mcp-servers',
      admits: PEOPLE,
      audit: { eventId: 'mcp-server-list', severityLevel: 'low' },
      status: 200,
      handle: async ({ caller }) => ({
        items: await mcpServers.list({ caller }),
      }),
    }),
    createRoute({
      operation: 'listMcpTools',
      method: 'get',
      path: '/v1/mcp-servers/{server}/tools',
      admits: PEOPLE,
      audit: { eventId: 'mcp-tool-list', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller }) =>
        mcpServers.listTools(path.server, query ?? {}, { caller }),
    }),
    createRoute({
      operation: 'getMcpTool',
      method: 'get',
      path: '/v1/mcp-servers/{server}/tools/{tool}',
      admits: PEOPLE,
      audit: { eventId: 'mcp-tool-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) =>
        mcpServers.getTool(path.server, path.tool, { caller }),
    }),
    createRoute({
      operation: 'acceptMcpTool',
      method: 'post',
      path: '/v1/mcp-servers/{server}/tools/{tool}/accept',
      admits: PEOPLE,
      audit: { eventId: 'mcp-tool-accept', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        mcpServers.acceptTool(path.server, path.tool, body, { caller }),
    }),
  ];
}
