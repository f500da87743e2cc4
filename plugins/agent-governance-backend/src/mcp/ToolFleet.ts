import { LoggerService } from '@backstage/backend-plugin-api';
import {
  JsonObject,
  McpToolDefinition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig, McpServerConfig } from '../GovernanceConfig';
import { stringifyError } from '@backstage/errors';
import { McpToolStore } from '../store/McpToolStore';
import { createTransport } from './upstream/createTransport';
import { UpstreamServer, UpstreamStatus } from './upstream/UpstreamServer';
import { listHoldings } from './listHoldings';
import { ToolRegistry, ToolShelf } from './tools/ToolShelf';

interface Member {
  config: McpServerConfig;
  upstream: UpstreamServer;
  shelf: ToolShelf;
}

interface Options {
  config: GovernanceConfig['mcp'];
  store: McpToolStore;
  registry: ToolRegistry;
  ownerOf: (entityRef: string) => Promise<string | undefined>;
  /** Other tools may be called than before. */
  onChange: () => void;
  logger: LoggerService;
  now: () => Date;
}

/** Every server behind the gateway, connected, with what of its tools may be called. */
export class ToolFleet {
  readonly #options: Options;
  readonly #members: Map<string, Member>;
  #revision?: number;

  static create(options: Options) {
    return new ToolFleet(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#members = new Map(
      options.config.servers.map(config => [
        config.id,
        createMember(config, options),
      ]),
    );
  }

  /** Offers what was accepted before, and connects. */
  async start(): Promise<void> {
    await this.look();
    this.#members.forEach(({ upstream }) => upstream.start());
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.#members.values()].map(({ upstream }) => upstream.stop()),
    );
  }

  /** Takes over what was accepted elsewhere. */
  async look(): Promise<void> {
    if (this.#members.size === 0) {
      return;
    }
    const revision = await this.#options.store.revision();
    if (revision === this.#revision) {
      return;
    }
    await Promise.all(
      [...this.#members.values()].map(({ shelf }) => shelf.refresh()),
    );
    this.#revision = revision;
    this.#options.onChange();
  }

  servers(): McpServerConfig[] {
    return this.#options.config.servers;
  }

  get(id: string): McpServerConfig | undefined {
    return this.#members.get(id)?.config;
  }

  status(id: string): UpstreamStatus & { problems: string[] } {
    const { shelf, upstream } = this.#members.get(id)!;
    return { ...upstream.status, problems: shelf.problems };
  }

  /** Why an accepted tool cannot be offered all the same. */
  problemsOf(id: string, tool: string): string[] {
    return this.#members.get(id)?.shelf.problemsOf(tool) ?? [];
  }

  /** What was accepted of an offered tool, by the id of its action. */
  definitionOf(actionId: string): McpToolDefinition | undefined {
    for (const { shelf } of this.#members.values()) {
      const definition = shelf.definitionOf(actionId);
      if (definition) {
        return definition;
      }
    }
    return undefined;
  }

  /** What a server holds besides tools; nothing where it does not say. */
  async holdings(
    id: string,
    holding: 'resources' | 'resourceTemplates' | 'prompts',
  ): Promise<JsonObject[]> {
    const member = this.#members.get(id);
    try {
      return member ? await listHoldings(member.upstream, holding) : [];
    } catch (error) {
      this.#options.logger.debug(
        `MCP server ${id} did not list its ${holding}: ${stringifyError(
          error,
        )}`,
      );
      return [];
    }
  }
}

function createMember(config: McpServerConfig, options: Options): Member {
  const { logger } = options;
  const upstream = UpstreamServer.create({
    ...options,
    config,
    createTransport: () => createTransport(config, { logger }),
  });
  const shelf = ToolShelf.create({ ...options, config, upstream });
  upstream.onListed(tools => shelf.listed(tools));
  return { config, upstream, shelf };
}
