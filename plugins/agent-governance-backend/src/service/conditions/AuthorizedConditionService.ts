import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ConditionSourceSummary,
  EntityConditions,
  conditionSourceReadPermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller } from '../Caller';
import { ConditionService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';

/**
 * Shows what holds over an entity to whoever may read the entity, and the sources to those who may know them.
 *
 * Which other entity an incident is about is masked where it may not be read. That there is one, and how it is called,
 * stays: it is why things wait.
 *
 * Whether the entity may be read is asked by the service it wraps, which reads it with the caller's credentials.
 */
export class AuthorizedConditionService implements ConditionService {
  readonly #inner: ConditionService;
  readonly #sources: ViewSources;
  readonly #permissions: PermissionsService;

  static create(options: {
    conditions: ConditionService;
    sources: ViewSources;
    permissions: PermissionsService;
  }) {
    return new AuthorizedConditionService(options);
  }

  private constructor(options: {
    conditions: ConditionService;
    sources: ViewSources;
    permissions: PermissionsService;
  }) {
    this.#inner = options.conditions;
    this.#sources = options.sources;
    this.#permissions = options.permissions;
  }

  async get(
    query: { entity: string },
    options: { caller: Caller },
  ): Promise<EntityConditions> {
    const found = await this.#inner.get(query, options);
    const view = CallerView.create({
      sources: this.#sources,
      caller: options.caller,
      operation: 'condition-get',
    });
    await view.learn([found.entityRef]);
    return view.mask(found);
  }

  async listSources(options: {
    caller: Caller;
  }): Promise<ConditionSourceSummary[]> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: conditionSourceReadPermission }],
      { credentials: options.caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not see the sources of conditions');
    }
    return this.#inner.listSources(options);
  }
}
