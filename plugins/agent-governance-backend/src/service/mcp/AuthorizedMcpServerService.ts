import {
  AcceptMcpToolInput,
  ListMcpToolsOptions,
  McpServer,
  McpTool,
  McpToolDetail,
  Page,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { noSuchServer } from './DefaultMcpServerService';
import { McpServerService } from './McpServerService';

/** Shows a server and its tools to those who may read its entity in the catalog; for others there is no such server. */
export class AuthorizedMcpServerService implements McpServerService {
  readonly #inner: McpServerService;
  readonly #sources: ViewSources;

  static create(options: {
    mcpServers: McpServerService;
    sources: ViewSources;
  }) {
    return new AuthorizedMcpServerService(options);
  }

  private constructor(options: {
    mcpServers: McpServerService;
    sources: ViewSources;
  }) {
    this.#inner = options.mcpServers;
    this.#sources = options.sources;
  }

  entityOf(serverId: string): string | undefined {
    return this.#inner.entityOf(serverId);
  }

  async list(options: { caller: PersonCaller }): Promise<McpServer[]> {
    const servers = await this.#inner.list(options);
    const readable = await this.#sources.visibility.readable(
      servers.map(({ entityRef }) => entityRef),
      options.caller,
    );
    return this.#viewOf(options.caller).mask(
      servers.filter(({ entityRef }) => readable.has(entityRef)),
    );
  }

  async listTools(
    serverId: string,
    query: ListMcpToolsOptions,
    options: { caller: PersonCaller },
  ): Promise<Page<McpTool>> {
    await this.#assertReadable(serverId, options);
    const page = await this.#inner.listTools(serverId, query, options);
    const view = this.#viewOf(options.caller);
    return {
      ...page,
      items: await Promise.all(
        page.items.map(tool => this.#maskTool(tool, view)),
      ),
    };
  }

  async getTool(
    serverId: string,
    tool: string,
    options: { caller: PersonCaller },
  ): Promise<McpToolDetail> {
    await this.#assertReadable(serverId, options);
    return this.#mask(
      await this.#inner.getTool(serverId, tool, options),
      options.caller,
    );
  }

  async acceptTool(
    serverId: string,
    tool: string,
    input: AcceptMcpToolInput,
    options: { caller: PersonCaller },
  ): Promise<McpToolDetail> {
    await this.#assertReadable(serverId, options);
    return this.#mask(
      await this.#inner.acceptTool(serverId, tool, input, options),
      options.caller,
    );
  }

  async #assertReadable(
    serverId: string,
    { caller }: { caller: PersonCaller },
  ): Promise<void> {
    const ref = this.#inner.entityOf(serverId);
    const readable =
      ref !== undefined &&
      (await this.#sources.visibility.readable([ref], caller)).has(ref);
    if (!readable) {
      throw noSuchServer(serverId);
    }
  }

  async #mask(
    tool: McpToolDetail,
    caller: PersonCaller,
  ): Promise<McpToolDetail> {
    const { seen, accepted, differences, ...rest } = tool;
    const view = this.#viewOf(caller);
    const { acceptors, mayAccept } = rest;
    return {
      ...(await this.#maskTool(rest, view)),
      acceptors: await view.mask(acceptors),
      mayAccept,
      seen,
      ...(accepted && { accepted }),
      differences,
    };
  }

  /** What the server itself says is what is looked at: refs in it are words, and stay. */
  async #maskTool(tool: McpTool, view: CallerView): Promise<McpTool> {
    const { title, description, ...rest } = tool;
    return { ...(await view.mask(rest)), title, description };
  }

  #viewOf(caller: PersonCaller): CallerView {
    return CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'mcp-server',
    });
  }
}
