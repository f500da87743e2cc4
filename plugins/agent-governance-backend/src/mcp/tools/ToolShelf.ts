import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import {
  JsonObject,
  McpToolDefinition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { McpServerConfig } from '../../GovernanceConfig';
import { McpToolStore, stateOfTool } from '../../store/McpToolStore';
import { UpstreamServer } from '../upstream/UpstreamServer';
import { OutputChecks } from './OutputChecks';
import { pinDefinitions } from './pinDefinitions';
import { ToolExecutor } from './ToolExecutor';
import { createReadActions } from './createReadActions';
import { createToolAction, toolActionId } from './createToolAction';

/** Where tools become actions. */
export type ToolRegistry = Pick<ActionRegistry, 'replace' | 'get'>;

/** How many definitions are read one by one; more are read together with all others. */
const READ_ALONE = 20;

/** A tool as it was accepted. */
type Pin = { name: string; digest: string };

/** A tool as it is offered. */
interface Offer {
  digest: string;
  /** What beside the tool itself it was made of. */
  around: string;
  definition: McpToolDefinition;
  action: GovernedAction;
}

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
  /** By the id of the action. */
  #offered = new Map<string, Offer>();
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
    return this.#offered.get(actionId)?.definition;
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
    const [accepted, owner] = await Promise.all([
      store.accepted(config.id),
      this.#knownOwner(ownerOf),
    ]);
    const pins = accepted.filter(pin => this.#isSaidHere(pin));
    const ids = new Set(pins.map(({ name }) => toolActionId(config.id, name)));
    const exists = (id: string) =>
      ids.has(id) || registry.get(id) !== undefined;
    const around = JSON.stringify([
      owner,
      [...config.tools.values()].map(
        ({ undo }) => undo !== undefined && exists(undo),
      ),
    ]);
    const key = JSON.stringify([around, pins]);
    if (key === this.#offeredKey) {
      return;
    }
    const offered = await this.#offer(pins, { around, owner, exists });
    const problems = registry.replace(`mcp:${config.id}`, [
      ...createReadActions({ server: config, owner, upstream }),
      ...offered.map(({ action }) => action),
    ]);
    const prefix = toolActionId(config.id, '');
    this.#toolProblems = new Map(
      problems.map(({ id, because }) => [id.slice(prefix.length), because]),
    );
    this.#offered = new Map(offered.map(offer => [offer.action.id, offer]));
    this.#offeredKey = key;
  }

  /** Those that are offered already stay what they are: a server may have a thousand, of which one has changed. */
  async #offer(
    pins: Pin[],
    options: {
      around: string;
      owner: string | undefined;
      exists: (actionId: string) => boolean;
    },
  ): Promise<Offer[]> {
    const { config, store } = this.#options;
    const { around, owner, exists } = options;
    const known = ({ name, digest }: Pin) => {
      const offer = this.#offered.get(toolActionId(config.id, name));
      return offer?.digest === digest && offer.around === around
        ? offer
        : undefined;
    };
    const missing = pins.filter(pin => !known(pin));
    const tools =
      missing.length > READ_ALONE
        ? await store.of(config.id)
        : await Promise.all(
            missing.map(({ name }) => store.get(config.id, name)),
          );
    const definitions = new Map(
      tools.flatMap(tool =>
        tool ? [[tool.seen.digest, tool.seen.definition] as const] : [],
      ),
    );
    return pins.flatMap(pin => {
      const definition = definitions.get(pin.digest);
      const offer = known(pin);
      if (offer || !definition) {
        // what changed since is offered, or not, the next time
        return offer ?? [];
      }
      const executor = this.#executorFor(pin, definition);
      return {
        digest: pin.digest,
        around,
        definition,
        action: createToolAction({
          server: config,
          definition,
          owner,
          exists,
          executor,
        }),
      };
    });
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

  #isSaidHere({ name, digest }: Pin): boolean {
    return this.#seen === undefined || this.#seen.get(name) === digest;
  }

  #executorFor(pin: Pin, definition: McpToolDefinition): ToolExecutor {
    const { config, upstream, store } = this.#options;
    return ToolExecutor.create({
      upstream,
      tool: pin.name,
      output: OutputChecks.create(definition.outputSchema),
      isStillPinned: async () => {
        const now = await store.get(config.id, pin.name);
        return (
          now !== undefined &&
          stateOfTool(now) === 'accepted' &&
          now.seen.digest === pin.digest &&
          this.#isSaidHere(pin)
        );
      },
    });
  }
}
