import {
  AcceptMcpToolInput,
  ListMcpToolsOptions,
  McpServer,
  McpTool,
  McpToolDetail,
  Page,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** The MCP servers behind the gateway and their tools. Who may accept is decided here, by ownership. */
export interface McpServerService {
  /** Entity ref of a server's `API`; `undefined` for a server that is none. */
  entityOf(serverId: string): string | undefined;
  list(options: { caller: PersonCaller }): Promise<McpServer[]>;
  /** @throws NotFoundError */
  listTools(
    serverId: string,
    query: ListMcpToolsOptions,
    options: { caller: PersonCaller },
  ): Promise<Page<McpTool>>;
  /** @throws NotFoundError */
  getTool(
    serverId: string,
    tool: string,
    options: { caller: PersonCaller },
  ): Promise<McpToolDetail>;
  /**
   * Lets agents ask for a tool exactly as the person saw it.
   *
   * @throws NotFoundError; NotAllowedError saying who may; ConflictError when it says something else by now, is gone, or
   *   is accepted already
   */
  acceptTool(
    serverId: string,
    tool: string,
    input: AcceptMcpToolInput,
    options: { caller: PersonCaller },
  ): Promise<McpToolDetail>;
}
