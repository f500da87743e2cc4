import { setImmediate as letOthers } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import {
  CheckpointCoverage,
  CheckpointCoverageOptions,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CoveredAction,
  findCheckpointCoverage,
  joinCheckpointCoverage,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { CurrentPolicies } from '../../policies/PolicyIndexes';
import { PolicyStore } from '../../store/PolicyStore';
import { PersonCaller } from '../Caller';
import { fixedPlaceOf } from '../reach/isForTarget';
import { PolicyVisibility } from './PolicyVisibility';

/** So many actions in one go: decisions are made between two. */
const ACTIONS_AT_ONCE = 20;

interface Options {
  policies: CurrentPolicies;
  store: Pick<PolicyStore, 'all'>;
  visibility: PolicyVisibility;
  actions: ActionRegistry;
  environments: Environment[];
}

/** Finds out which actions policy documents hold, let through or deny, and names the policies that somebody may see. */
export class CoverageFinder {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageFinder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async find(
    query: CheckpointCoverageOptions,
    caller: PersonCaller,
  ): Promise<CheckpointCoverage> {
    const { environments, policies } = this.#options;
    this.#assertEnvironments(query.environment);
    const index = await policies.current();
    const visible = await this.#visibleTo(caller);
    const parts: CheckpointCoverage[] = [];
    for (const actions of this.#actionsInParts()) {
      parts.push(
        findCheckpointCoverage({
          index,
          actions,
          environments,
          maySee: ref => visible.has(ref),
          only: { environments: query.environment, states: query.state },
        }),
      );
      await letOthers();
    }
    return joinCheckpointCoverage(parts);
  }

  async #visibleTo(caller: PersonCaller): Promise<Set<string>> {
    const { store, visibility } = this.#options;
    const all = (await store.all()).filter(({ state }) => state !== 'gone');
    const seen = await visibility.visible(all, caller);
    return new Set(seen.map(({ ref }) => ref));
  }

  /** By id; one part at least. */
  #actionsInParts(): CoveredAction[][] {
    const all = this.#options.actions
      .list()
      .map(toCovered)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return Array.from(
      { length: Math.max(1, Math.ceil(all.length / ACTIONS_AT_ONCE)) },
      (_, part) =>
        all.slice(part * ACTIONS_AT_ONCE, (part + 1) * ACTIONS_AT_ONCE),
    );
  }

  #assertEnvironments(names: string[] = []): void {
    const known = this.#options.environments.map(({ name }) => name);
    const unknown = names.find(name => !known.includes(name));
    if (unknown !== undefined) {
      throw new InputError(
        `environment: '${unknown}' is not an environment; there are ${known.join(
          ', ',
        )}`,
      );
    }
  }
}

function toCovered(action: RegisteredAction): CoveredAction {
  const place = fixedPlaceOf(action);
  const { id, effectClass, undo, tags, targetKinds } = action;
  return {
    id,
    effectClass,
    tags,
    targetKinds,
    quotesContext: action.quotesContext,
    takesSecrets: action.takesSecrets,
    ...(undo !== undefined && { undo }),
    ...(place && { place }),
  };
}
