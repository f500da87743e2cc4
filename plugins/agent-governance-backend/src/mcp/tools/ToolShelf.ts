import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  JsonObject,
  McpToolDefinition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { McpServerConfig } from '../../GovernanceConfig';
import { McpToolStore, StoredMcpTool } from '../../store/McpToolStore';
import { UpstreamServer } from '../upstream/UpstreamServer';
import { OutputChecks } from './OutputChecks';
import { pinDefinitions } from './pinDefinitions';
import { ToolExecutor } from './ToolExecutor';
import { createReadActions } from './createReadActions';
import { createToolAction, toolActionId } from './createToolAction';

/** Where tools become actions. */
export type ToolRegistry = Pick<ActionRegistry, 'replace' | 'get'>;

interface Options {
  config: McpServerConfig;
  upstream: Pick<UpstreamServer, 'request'>;
  store: McpToolStore;
  registry: ToolRegistry;
  /** Who answers for the server; `undefined` when nobody does, or the catalog does not say. */
  ownerOf: (entityRef: string) => Promise<string | undefined>;
  logger: LoggerService;
  now: () => Date;
}

/**
 * The tools of one server as this process offers them: those whose definition, as this process saw it last, is the one
 * that was accepted.
 */
export class ToolShelf {
  readonly #options: Options;
  /** What the server said here; before its first word, what another process or an earlier start saw. */
  #seen?: Map<string, string>;
  #offered = new Map<string, McpToolDefinition>();
  #offeredKey?: string;
  #listingProblems: string[] = [];
  #toolProblems = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();

  static create(options: Options) {
    return new ToolShelf(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What of a listing is not offered, and why. */
  get problems(): string[] {
    return this.#listingProblems;
  }

  /** Why an accepted tool cannot be offered all the same, by its name. */
  problemsOf(name: string): string[] {
    const problem = this.#toolProblems.get(name);
    return problem === undefined ? [] : [problem];
  }

  /** What was accepted of an offered tool, by the id of its action. */
  definitionOf(actionId: string): McpToolDefinition | undefined {
    return this.#offered.get(actionId);
  }

  /** Takes in what the server says now. */
  async listed(listing: JsonObject[]): Promise<void> {
    const { config, store, now } = this.#options;
    const { tools, problems } = pinDefinitions(config.id, listing);
    this.#seen = new Map(
      tools.map(({ definition, digest }) => [definition.name, digest]),
    );
    // what says something else is not called any more, even before that is on record
    await this.refresh();
    const { left } = await store.see(config.id, tools, now());
    this.#listingProblems =
      left > 0
        ? [
            ...problems,
            `${left} tools are not recorded: the server has shown too many`,
          ]
        : problems;
    await this.refresh();
  }

  /** Offers what may be offered now. One at a time, so that the last one sees the most. */
  async refresh(): Promise<void> {
    const mine = this.#turn.then(() => this.#refresh());
    this.#turn = mine.catch(() => {});
    await mine;
  }

  async #refresh(): Promise<void> {
    const { config, store, ownerOf, registry, upstream } = this.#options;
    const [tools, owner] = await Promise.all([
      store.of(config.id),
      this.#knownOwner(ownerOf),
    ]);
    const offered = tools.filter(tool => this.#mayBeCalled(tool));
    const ids = new Set(
      offered.map(({ name }) => toolActionId(config.id, name)),
    );
    const exists = (id: string) =>
      ids.has(id) || registry.get(id) !== undefined;
    const undos = [...config.tools.values()].map(
      ({ undo }) => undo !== undefined && exists(undo),
    );
    const key = JSON.stringify([
      owner,
      undos,
      offered.map(({ name, seen }) => [name, seen.digest]),
    ]);
    if (key === this.#offeredKey) {
      return;
    }
    const problems = registry.replace(`mcp:${config.id}`, [
      ...createReadActions({ server: config, owner, upstream }),
      ...offered.map(tool =>
        createToolAction({
          server: config,
          definition: tool.seen.definition,
          owner,
          exists,
          executor: this.#executorFor(tool),
        }),
      ),
    ]);
    const prefix = toolActionId(config.id, '');
    this.#toolProblems = new Map(
      problems.map(({ id, because }) => [id.slice(prefix.length), because]),
    );
    this.#offered = new Map(
      offered
        .filter(({ name }) => !this.#toolProblems.has(name))
        .map(({ name, seen }) => [
          toolActionId(config.id, name),
          seen.definition,
        ]),
    );
    this.#offeredKey = key;
  }

  async #knownOwner(ownerOf: Options['ownerOf']): Promise<string | undefined> {
    try {
      return await ownerOf(this.#options.config.entityRef);
    } catch (error) {
      this.#options.logger.warn(
        `Who owns ${
          this.#options.config.entityRef
        } is not known: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  #mayBeCalled(tool: StoredMcpTool): boolean {
    const { accepted, listed, name, seen } = tool;
    const seenHere = this.#seen ? this.#seen.get(name) : seen.digest;
    return (
      listed &&
      accepted !== undefined &&
      accepted.digest === seen.digest &&
      seenHere === accepted.digest
    );
  }

  #executorFor(tool: StoredMcpTool): ToolExecutor {
    const { upstream, store } = this.#options;
    const { server, name, seen } = tool;
    return ToolExecutor.create({
      upstream,
      tool: name,
      output: OutputChecks.create(seen.definition.outputSchema),
      isStillPinned: async () => {
        const now = await store.get(server, name);
        return (
          now !== undefined &&
          now.seen.digest === seen.digest &&
          this.#mayBeCalled(now)
        );
      },
    });
  }
}
