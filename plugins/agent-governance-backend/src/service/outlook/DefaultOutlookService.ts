import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  Environment,
  Outlook,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { OutlookQuery, OutlookService } from '../types';
import { findEnvironments } from './findEnvironments';
import { Footing, Foresight, InTheWay, isInTheWay } from './Foresight';

interface OutlookOptions {
  foresight: Foresight;
  actions: ActionRegistry;
  environments: Environment[];
  now: () => Date;
}

/** Foresees what an agent may do to an entity, deciding exactly as if it had asked. */
export class DefaultOutlookService implements OutlookService {
  readonly #options: OutlookOptions;

  static create(options: OutlookOptions) {
    return new DefaultOutlookService(options);
  }

  private constructor(options: OutlookOptions) {
    this.#options = options;
  }

  async get(targetRef: string, query: OutlookQuery): Promise<Outlook> {
    const { foresight, now } = this.#options;
    const actions = this.#actionsFor(targetRef, query.action);
    const environments = findEnvironments(
      this.#options.environments,
      query.environment,
    );
    const footing = await this.#footing(targetRef, query.agent);
    const at = now();
    const withUnblock =
      query.action !== undefined && query.environment !== undefined;

    const foreseen: Outlook['actions'] = [];
    for (const action of actions) {
      const verdicts = await Promise.all(
        environments.map(async environment => ({
          environment: environment.name,
          ...(isInTheWay(footing)
            ? footing
            : await foresight.decide(footing, {
                action,
                environment,
                now: at,
                withUnblock,
              })),
        })),
      );
      foreseen.push({
        actionId: action.id,
        actionTitle: action.title,
        effectClass: action.effectClass,
        verdicts,
      });
    }
    return {
      agentRef: query.agent,
      targetRef,
      decidedAt: at.toISOString(),
      environments: environments.map(({ name }) => name),
      actions: foreseen,
    };
  }

  #actionsFor(targetRef: string, id: string | undefined): RegisteredAction[] {
    const kind = parseEntityRef(targetRef).kind.toLocaleLowerCase('en-US');
    // what is for anything is told of where it is asked for by name
    const kinds = id === undefined ? [kind] : [kind, '*'];
    const all = this.#options.actions
      .list()
      .filter(({ targetKinds }) =>
        kinds.some(one => targetKinds.includes(one)),
      );
    if (id === undefined) {
      return all;
    }
    const asked = all.filter(action => action.id === id);
    if (asked.length === 0) {
      throw new InputError(
        `'action' must be one that is for a ${kind}, and '${id}' is none`,
      );
    }
    return asked;
  }

  async #footing(
    targetRef: string,
    agentRef: string,
  ): Promise<Footing | InTheWay> {
    const asking = await this.#options.foresight.asking(agentRef);
    return isInTheWay(asking)
      ? asking
      : this.#options.foresight.inFrontOf(targetRef, asking);
  }
}
