import { InputError } from '@backstage/errors';
import {
  Environment,
  Reach,
  ReachQuery,
  ReachTarget,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry, RegisteredAction } from '../../actions/ActionRegistry';
import { findEnvironments } from '../outlook/findEnvironments';
import {
  AskingAgent,
  Foresight,
  InTheWay,
  isInTheWay,
} from '../outlook/Foresight';
import { isForTarget } from './isForTarget';
import { ReachService } from './ReachService';

interface ReachOptions {
  foresight: Foresight;
  actions: ActionRegistry;
  environments: Environment[];
  now: () => Date;
}

/** Foresees a page of an agent's reach, one target after the other, so that one reader never takes the whole portal. */
export class DefaultReachService implements ReachService {
  readonly #options: ReachOptions;

  static create(options: ReachOptions) {
    return new DefaultReachService(options);
  }

  private constructor(options: ReachOptions) {
    this.#options = options;
  }

  async get(
    agentRef: string,
    query: ReachQuery,
    options: { signal?: AbortSignal } = {},
  ): Promise<Reach> {
    const { environments, foresight, now } = this.#options;
    const actions = query.actions.map(id => this.#action(id));
    const [environment] = findEnvironments(environments, query.environment);
    const asking = await foresight.asking(agentRef);
    const at = now();
    const targets: ReachTarget[] = [];
    for (const targetRef of query.targets) {
      options.signal?.throwIfAborted();
      targets.push(
        await this.#target(targetRef, { asking, actions, environment, at }),
      );
    }
    return {
      agentRef,
      decidedAt: at.toISOString(),
      environment: environment.name,
      actions: actions.map(({ id, title, effectClass }) => ({
        actionId: id,
        actionTitle: title,
        effectClass,
      })),
      targets,
    };
  }

  async #target(
    targetRef: string,
    options: {
      asking: AskingAgent | InTheWay;
      actions: RegisteredAction[];
      environment: Environment;
      at: Date;
    },
  ): Promise<ReachTarget> {
    const { asking, environment, at } = options;
    const { foresight } = this.#options;
    const place = { target: targetRef, environment: environment.name };
    const actions = options.actions.filter(one => isForTarget(one, place));
    if (actions.length === 0) {
      return { targetRef, verdicts: [] };
    }
    const footing = isInTheWay(asking)
      ? asking
      : await foresight.inFrontOf(targetRef, asking);
    const verdicts = await Promise.all(
      actions.map(async action => {
        const { verdict, reason, because } = isInTheWay(footing)
          ? footing
          : await foresight.decide(footing, {
              action,
              environment,
              now: at,
              withUnblock: false,
            });
        return { actionId: action.id, verdict, reason, because };
      }),
    );
    return { targetRef, verdicts };
  }

  #action(id: string): RegisteredAction {
    const action = this.#options.actions.get(id);
    if (!action) {
      throw new InputError(
        `'action' must be one that is registered, and '${id}' is none`,
      );
    }
    return action;
  }
}
