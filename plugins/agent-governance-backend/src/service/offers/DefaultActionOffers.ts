import { Entity } from '@backstage/catalog-model';
import {
  Environment,
  Facts,
  McpToolDefinition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  StandingAgent,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { DecisionMaker } from '../../decision/DecisionMaker';
import { CatalogReader } from '../../facts/CatalogReader';
import { FactSettings } from '../../facts/catalogFacts';
import { Fresh, FreshCache } from '../../facts/FreshCache';
import { fromSource } from '../../facts/fromSource';
import { ProspectPlace, prospectFacts } from '../../facts/prospectFacts';
import { AgentCaller } from '../Caller';
import { ActionOffers, OfferedAction } from './ActionOffers';

const MAX_AGE_MS = 5_000;
const MAX_AGENTS = 1_000;

interface Options {
  actions: ActionRegistry;
  standing: AgentStandingService;
  environments: Environment[];
  catalog: CatalogReader;
  decisions: DecisionMaker;
  settings: FactSettings;
  /** What was accepted of a tool, by the id of its action. */
  definitionOf: (actionId: string) => McpToolDefinition | undefined;
  now: () => Date;
}

type Prospect = { action: RegisteredAction; facts: Facts };

/** Finds out what agents could ask for, by deciding as if everything else were in their favour. */
export class DefaultActionOffers implements ActionOffers {
  readonly #options: Options;
  readonly #offers: FreshCache<OfferedAction[]>;

  static create(options: Options) {
    return new DefaultActionOffers(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#offers = FreshCache.create({
      ttlMs: MAX_AGE_MS,
      capacity: MAX_AGENTS,
      now: options.now,
    });
  }

  async list(options: { caller: AgentCaller }): Promise<OfferedAction[]> {
    const { caller } = options;
    const offers = await this.#offers.get(caller.ref, () => this.#find(caller));
    return offers.value;
  }

  get(id: string): OfferedAction | undefined {
    const action = this.#options.actions.get(id);
    return action && this.#offer(action);
  }

  environments(): string[] {
    return this.#options.environments.map(({ name }) => name);
  }

  async #find(caller: AgentCaller): Promise<OfferedAction[]> {
    const { actions, decisions, standing } = this.#options;
    const agent = await standing.check(caller.ref);
    if (!agent.stands) {
      return [];
    }
    const prospects = await this.#prospects(agent, caller, actions.list());
    const wanted = await decisions.prospects(
      prospects.map(({ facts }) => facts),
      { agentRef: caller.ref, credentials: caller.credentials },
    );
    return prospects
      .filter((_, index) => wanted[index])
      .map(({ action }) => this.#offer(action));
  }

  /** Without those on targets that the agent may not read. */
  async #prospects(
    agent: StandingAgent,
    caller: AgentCaller,
    actions: readonly RegisteredAction[],
  ): Promise<Prospect[]> {
    const { now, settings } = this.#options;
    const at = now();
    const places = new Map<string, ReturnType<typeof this.placeOf>>();
    const prospects = await Promise.all(
      actions.map(async (action): Promise<Prospect | undefined> => {
        const fixed = fixedPlace(action);
        if (!fixed) {
          return {
            action,
            facts: prospectFacts({ agent, action, settings, now: at }),
          };
        }
        const key = `${fixed.environment} ${fixed.target}`;
        const found = places.get(key) ?? this.placeOf(fixed, agent, caller);
        places.set(key, found);
        const place = await found;
        return place === 'hidden'
          ? undefined
          : {
              action,
              facts: prospectFacts({ agent, action, place, settings, now: at }),
            };
      }),
    );
    return prospects.filter(each => each !== undefined);
  }

  private async placeOf(
    fixed: { target: string; environment: string },
    agent: StandingAgent,
    caller: AgentCaller,
  ): Promise<ProspectPlace | undefined | 'hidden'> {
    const { catalog, environments } = this.#options;
    const environment = environments.find(
      ({ name }) => name === fixed.environment,
    );
    let target: Fresh<Entity | undefined>;
    try {
      target = await catalog.target({
        targetRef: fixed.target,
        agentRef: caller.ref,
        credentials: caller.credentials,
      });
    } catch {
      return undefined;
    }
    const { value, readAt } = target;
    if (!value || !environment) {
      return 'hidden';
    }
    return {
      target: { value, readAt },
      environment,
      surroundings: await fromSource('catalog', () =>
        catalog.surroundings({ agent: agent.entity, target: value }),
      ),
    };
  }

  #offer(action: RegisteredAction): OfferedAction {
    const { definitionOf } = this.#options;
    const isTool = action.tags.includes('tool');
    const outputSchema = isTool && definitionOf(action.id)?.outputSchema;
    return {
      id: action.id,
      title: action.title,
      description: action.description,
      effectClass: action.effectClass,
      ...(action.undo !== undefined && { undo: action.undo }),
      inputSchema: action.inputSchema,
      ...(outputSchema && { outputSchema }),
      saysWhere: action.resolve !== undefined,
      isTool,
      readsHolding: action.tags.includes('mcp-read'),
    };
  }
}

/** Where an action takes effect whatever its input is. */
function fixedPlace(action: RegisteredAction) {
  try {
    return action.resolve?.({});
  } catch {
    return undefined;
  }
}
