import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  ActionsService,
  ActionsServiceAction,
} from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import {
  GovernedAction,
  LiveClaims,
  matchesGlob,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionProblem, ActionRegistry } from '../actions/ActionRegistry';
import { OperationRule } from './OperationRule';
import { PortalActionExecutor } from './PortalActionExecutor';
import { PortalActionRule } from './PortalActionRule';
import { toGovernedPortalAction } from './toGovernedPortalAction';

/** How often an action nobody knows may have the plugins asked again, in milliseconds. */
const ASK_AGAIN_MS = 1_000;

/** A portal action, as it is governed. */
export interface PortalActionState {
  id: string;
  plugin: string;
  title: string;
  rule: OperationRule;
  /** Whether the configuration says anything about it. */
  isMapped: boolean;
  /** Why it cannot be asked for. */
  problem?: string;
}

interface PortalActionsOptions {
  actions: ActionsService;
  auth: AuthService;
  registry: ActionRegistry;
  claims: LiveClaims;
  rules: PortalActionRule[];
  /** Where what is not mapped counts as taking effect. */
  defaultEnvironment: string;
  logger: LoggerService;
}

/** Keeps the actions of all plugins' registries registered as governed actions. */
export class PortalActions {
  readonly #options: PortalActionsOptions;
  readonly #unmapped: OperationRule;
  #known: ActionsServiceAction[] = [];
  #states: PortalActionState[] = [];
  #asking?: Promise<void>;
  #askedAt = Number.NEGATIVE_INFINITY;

  static create(options: PortalActionsOptions) {
    return new PortalActions(options);
  }

  private constructor(options: PortalActionsOptions) {
    this.#options = options;
    this.#unmapped = {
      target: 'named',
      environment: options.defaultEnvironment,
      effectClass: 'once',
      requiresContext: [],
      calls: [],
    };
  }

  /** What there is, by id, as of the last time the plugins were asked. */
  list(): readonly PortalActionState[] {
    return this.#states;
  }

  /** Asks all plugins what actions they have now. Who asks meanwhile waits for the same answer. */
  async refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Has the plugins asked again when nobody knows an action; not more often than every second. */
  async lookFor(actionId: string): Promise<void> {
    const isDue = performance.now() - this.#askedAt > ASK_AGAIN_MS;
    if (!this.#options.registry.get(actionId) && (isDue || this.#asking)) {
      await this.refresh().catch(error => {
        this.#options.logger.warn(
          `The plugins could not be asked for their actions: ${stringifyError(
            error,
          )}`,
        );
      });
    }
  }

  async #ask(): Promise<void> {
    this.#askedAt = performance.now();
    const { actions, auth } = this.#options;
    const listed = await actions.list({
      credentials: await auth.getOwnServiceCredentials(),
    });
    this.#known = keepSilent(this.#known, listed.actions);
    this.#register();
  }

  #register(): void {
    const { registry } = this.#options;
    const offered = this.#known.map(action => this.#govern(action));
    const ids = new Set(offered.map(({ governed }) => governed.id));
    const problems = registry.replace(
      'portal-actions',
      offered.map(({ governed }) => {
        const { undo, ...irreversible } = governed;
        const leadsSomewhere =
          undo !== undefined && (ids.has(undo) || registry.get(undo));
        return leadsSomewhere ? governed : irreversible;
      }),
    );
    this.#states = offered
      .map(({ state, governed }) => ({
        ...state,
        ...problemOf(governed, problems, registry),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  #govern(action: ActionsServiceAction) {
    const { actions, claims, rules } = this.#options;
    const mapped = rules.find(({ id }) => matchesGlob(id, action.id));
    const rule = mapped ?? this.#unmapped;
    const { id, pluginId: plugin, title } = action;
    const state: PortalActionState = {
      id,
      plugin,
      title,
      rule,
      isMapped: mapped !== undefined,
    };
    const executor = PortalActionExecutor.create({
      actionId: id,
      plugin,
      actions,
      claims,
      calls: rule.calls,
    });
    return {
      state,
      governed: toGovernedPortalAction(action, { rule, executor }),
    };
  }
}

/**
 * What is known now. A plugin registers its actions when it starts, so one that suddenly lists none did not answer: what is
 * known of it stays, and asking for it fails there if it is really gone.
 */
function keepSilent(
  known: ActionsServiceAction[],
  listed: ActionsServiceAction[],
): ActionsServiceAction[] {
  const heard = new Set(listed.map(({ pluginId }) => pluginId));
  // a plugin speaks for itself alone
  const honest = listed.filter(({ id, pluginId }) =>
    id.startsWith(`${pluginId}:`),
  );
  return [...honest, ...known.filter(({ pluginId }) => !heard.has(pluginId))];
}

function problemOf(
  { id, undo }: GovernedAction,
  problems: ActionProblem[],
  registry: ActionRegistry,
): { problem?: string } {
  const refused = problems.find(problem => problem.id === id);
  if (refused) {
    return { problem: `It is not offered: ${refused.because}` };
  }
  return undo !== undefined && registry.get(id)?.undo === undefined
    ? {
        problem: `It counts as irreversible: '${undo}', named as its undo, is not registered`,
      }
    : {};
}
