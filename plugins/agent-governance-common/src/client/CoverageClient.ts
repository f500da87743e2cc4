import {
  AcceptMcpToolInput,
  Coverage,
  McpServer,
  McpTool,
  McpToolDetail,
} from '../model';
import { AgentGovernanceApi, ListMcpToolsOptions } from './AgentGovernanceApi';
import { OutcomesClient } from './OutcomesClient';
import { Page } from './Page';
import { PortalRequests } from './PortalRequests';

/** What agents can reach through the portal, and its MCP servers: that part of {@link AgentGovernanceApi} over HTTP. @public */
export class CoverageClient
  extends OutcomesClient
  implements
    Pick<
      AgentGovernanceApi,
      | 'getCoverage'
      | 'listMcpServers'
      | 'listMcpTools'
      | 'getMcpTool'
      | 'acceptMcpTool'
    >
{
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  getCoverage(): Promise<Coverage> {
    return this.#portal.request('GET', '/v1/coverage');
  }

  async listMcpServers(): Promise<McpServer[]> {
    return this.#portal.items('/v1/mcp-servers');
  }

  listMcpTools(
    serverId: string,
    options: ListMcpToolsOptions = {},
  ): Promise<Page<McpTool>> {
    return this.#portal.request(
      'GET',
      `/v1/mcp-servers/${encodeURIComponent(serverId)}/tools`,
      { query: { ...options } },
    );
  }

  getMcpTool(serverId: string, tool: string): Promise<McpToolDetail> {
    return this.#portal.request('GET', mcpToolPath(serverId, tool));
  }

  acceptMcpTool(
    serverId: string,
    tool: string,
    input: AcceptMcpToolInput,
  ): Promise<McpToolDetail> {
    return this.#portal.request(
      'POST',
      `${mcpToolPath(serverId, tool)}/accept`,
      {
        body: input,
      },
    );
  }
}

function mcpToolPath(serverId: string, tool: string): string {
  return `/v1/mcp-servers/${encodeURIComponent(
    serverId,
  )}/tools/${encodeURIComponent(tool)}`;
}
