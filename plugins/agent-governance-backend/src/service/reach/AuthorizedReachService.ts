import { InputError, NotFoundError } from '@backstage/errors';
import {
  Reach,
  ReachQuery,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { ReachService } from './ReachService';

/**
 * Shows an agent's reach over the targets that the caller may read together with the agent; auditors and the agent itself
 * see all of it. The other targets do not exist for them, and neither does an agent whose requests they could not see.
 */
export class AuthorizedReachService implements ReachService {
  readonly #inner: ReachService;
  readonly #sources: ViewSources;

  static create(options: { reach: ReachService; sources: ViewSources }) {
    return new AuthorizedReachService(options);
  }

  private constructor(options: { reach: ReachService; sources: ViewSources }) {
    this.#inner = options.reach;
    this.#sources = options.sources;
  }

  /** @throws NotFoundError for whoever may not read the agent and one of the targets */
  async get(
    agent: string,
    query: ReachQuery,
    options: { caller: Caller; signal?: AbortSignal },
  ): Promise<Reach> {
    const { caller } = options;
    const agentRef = parseRef(agent, 'agent');
    const targets = unique(query.targets.map(ref => parseRef(ref, 'target')));
    const actions = unique(query.actions);
    if (targets.length === 0 || actions.length === 0) {
      throw new InputError(`'target' and 'action' must each name at least one`);
    }
    const view = CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'reach-get',
    });
    const seen = await view.see(
      targets.map(targetRef => ({ id: targetRef, agentRef, targetRef })),
    );
    const visible = targets.filter(ref => {
      const seenAs = seen.get(ref);
      return seenAs !== undefined && seenAs !== 'owner';
    });
    if (visible.length === 0) {
      throw new NotFoundError(
        `There is no agent '${agentRef}' with any of these targets that you may both read`,
      );
    }
    const reach = await this.#inner.get(
      agentRef,
      { ...query, actions, targets: visible },
      options,
    );
    return seen.get(visible[0]) === 'auditor' ? reach : view.mask(reach);
  }
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
