import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AcceptMcpToolInput,
  ListMcpToolsOptions,
  McpServer,
  McpTool,
  McpToolDetail,
  McpToolState,
  Page,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { McpServerConfig } from '../../GovernanceConfig';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import {
  McpToolStore,
  StoredMcpTool,
  stateOfTool,
} from '../../store/McpToolStore';
import { PersonCaller } from '../Caller';
import { parsePlainText } from '../input/parsePlainText';
import { PeopleDirectory } from '../types';
import { differencesBetween } from './differencesBetween';
import { McpServerService } from './McpServerService';

const DEFAULT_LIMIT = 20;
const MAX_COMMENT = 500;
/** What a cursor names. */
const TOOL_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

/** What is known here of the servers themselves. */
export interface McpServers {
  servers(): McpServerConfig[];
  get(id: string): McpServerConfig | undefined;
  status(
    id: string,
  ): Pick<
    McpServer,
    | 'state'
    | 'because'
    | 'implementation'
    | 'protocolVersion'
    | 'listedAt'
    | 'problems'
  >;
  /** A tool as it is shown: what it says in plain text, and how it is governed. */
  describe(
    tool: StoredMcpTool,
  ): Pick<
    McpTool,
    | 'actionId'
    | 'title'
    | 'description'
    | 'effectClass'
    | 'undo'
    | 'target'
    | 'environment'
    | 'problems'
  >;
  /** Takes over at once what was accepted. */
  look(): Promise<void>;
}

interface Options {
  servers: McpServers;
  store: McpToolStore;
  people: PeopleDirectory;
  /** Who answers for a server's entity. */
  ownerOf: (entityRef: string) => Promise<string | undefined>;
  /** Entity refs. */
  admins: string[];
  notifier: { changed(): void };
  now: () => Date;
}

/** MCP servers and tools as people look at them, and the one thing they can do about a tool: accept it. */
export class DefaultMcpServerService implements McpServerService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultMcpServerService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  entityOf(serverId: string): string | undefined {
    return this.#options.servers.get(serverId)?.entityRef;
  }

  async list(_options: { caller: PersonCaller }): Promise<McpServer[]> {
    const { servers } = this.#options;
    const configs = [...servers.servers()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    return Promise.all(configs.map(config => this.#view(config)));
  }

  async listTools(
    serverId: string,
    query: ListMcpToolsOptions,
    _options: { caller: PersonCaller },
  ): Promise<Page<McpTool>> {
    this.#find(serverId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = query.cursor
      ? decodeCursor(query.cursor, TOOL_NAME).after
      : '';
    const text = query.text?.toLocaleLowerCase('en-US');
    const found = (await this.#options.store.of(serverId))
      .filter(({ name }) => name > after)
      .map(tool => this.#show(tool))
      .filter(
        tool =>
          (!query.state || query.state.includes(tool.state)) &&
          (text === undefined ||
            `${tool.name} ${tool.title}`
              .toLocaleLowerCase('en-US')
              .includes(text)),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const items = found.slice(0, limit);
    return {
      items,
      ...(found.length > limit && {
        nextCursor: encodeCursor({
          after: items[items.length - 1].name,
          order: 'oldest',
        }),
      }),
    };
  }

  async getTool(
    serverId: string,
    tool: string,
    options: { caller: PersonCaller },
  ): Promise<McpToolDetail> {
    const { config, stored } = await this.#findTool(serverId, tool);
    return this.#detail(config, stored, options.caller);
  }

  async acceptTool(
    serverId: string,
    tool: string,
    input: AcceptMcpToolInput,
    options: { caller: PersonCaller },
  ): Promise<McpToolDetail> {
    const { caller } = options;
    const { notifier, now, people, servers, store } = this.#options;
    const comment =
      parsePlainText(input.comment ?? '', {
        field: 'comment',
        min: 0,
        max: MAX_COMMENT,
      }) || undefined;
    const { config, stored } = await this.#findTool(serverId, tool);
    const acceptors = await this.#acceptors(config);
    const standing = await people.standing(caller.ref, acceptors);
    if (!standing) {
      throw new NotAllowedError(
        acceptors.length > 0
          ? `Only ${acceptors.join(', ')} may accept tools of '${serverId}'`
          : `Nobody may accept tools of '${serverId}': nobody owns ${config.entityRef}, and there are no administrators`,
      );
    }
    const accepted = await store.accept({
      server: serverId,
      name: tool,
      digest: input.digest,
      acceptedBy: caller.ref,
      standing: standing.via,
      comment,
      now: now(),
    });
    if (!accepted) {
      throw conflict((await store.get(serverId, tool)) ?? stored, input.digest);
    }
    await servers.look();
    notifier.changed();
    return this.#detail(config, accepted, caller);
  }

  async #view(config: McpServerConfig): Promise<McpServer> {
    const { ownerOf, servers, store } = this.#options;
    const [tools, owner] = await Promise.all([
      store.of(config.id),
      ownerOf(config.entityRef).catch(() => undefined),
    ]);
    const counts: Record<McpToolState, number> = {
      new: 0,
      changed: 0,
      accepted: 0,
      gone: 0,
    };
    tools.forEach(tool => counts[stateOfTool(tool)]++);
    return {
      id: config.id,
      entityRef: config.entityRef,
      ...(owner !== undefined && { owner }),
      transport: config.connection.type,
      ...servers.status(config.id),
      tools: counts,
    };
  }

  #show(tool: StoredMcpTool): McpTool {
    const { accepted, seen } = tool;
    return {
      server: tool.server,
      name: tool.name,
      ...this.#options.servers.describe(tool),
      state: stateOfTool(tool),
      digest: seen.digest,
      ...(accepted && {
        acceptedDigest: accepted.digest,
        acceptedBy: accepted.by,
        acceptedAt: accepted.at,
      }),
      firstSeenAt: tool.firstSeenAt,
      changedAt: tool.changedAt,
    };
  }

  async #detail(
    config: McpServerConfig,
    tool: StoredMcpTool,
    caller: PersonCaller,
  ): Promise<McpToolDetail> {
    const { accepted, seen } = tool;
    const acceptors = await this.#acceptors(config);
    const standing = await this.#options.people.standing(caller.ref, acceptors);
    const state = stateOfTool(tool);
    return {
      ...this.#show(tool),
      seen: seen.definition,
      ...(accepted && { accepted: accepted.definition }),
      differences: accepted
        ? differencesBetween(accepted.definition, seen.definition)
        : [],
      acceptors,
      mayAccept:
        standing !== undefined && (state === 'new' || state === 'changed'),
    };
  }

  /** @throws ServiceUnavailableError or whatever the catalog says: not known is not nobody */
  async #acceptors(config: McpServerConfig): Promise<string[]> {
    const owner = await this.#options.ownerOf(config.entityRef);
    return [
      ...new Set([
        ...(owner === undefined ? [] : [owner]),
        ...this.#options.admins,
      ]),
    ];
  }

  #find(serverId: string): McpServerConfig {
    const config = this.#options.servers.get(serverId);
    if (!config) {
      throw noSuchServer(serverId);
    }
    return config;
  }

  async #findTool(serverId: string, name: string) {
    const config = this.#find(serverId);
    const stored = await this.#options.store.get(serverId, name);
    if (!stored) {
      throw new NotFoundError(
        `The MCP server '${serverId}' has never shown a tool '${name}'`,
      );
    }
    return { config, stored };
  }
}

/** The same for one that is not there and one that may not be seen. */
export function noSuchServer(serverId: string): NotFoundError {
  return new NotFoundError(
    `There is no MCP server '${serverId}' that you may see`,
  );
}

function conflict(present: StoredMcpTool, quoted: string): ConflictError {
  const state = stateOfTool(present);
  return new ConflictError(
    present.seen.digest !== quoted
      ? `The tool says something else than what you looked at: look at it again`
      : `The tool is ${state}: there is nothing to accept`,
  );
}
