import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicySet,
  portalAnswer,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FreshCache } from '../facts/FreshCache';

/** How long the portal's criteria for one agent may be reused. Never at the moment of effect. */
const MAX_AGE_MS = 5_000;

/**
 * Asks the portal's permission policy about agents' actions, always as the agent itself.
 *
 * An answer that cannot be had is an answer too: it makes the level impossible to evaluate.
 */
export class PortalPolicy {
  readonly #permissions: PermissionsService;
  readonly #answers: FreshCache<PolicySet['portal']>;

  static create(options: { permissions: PermissionsService; now: () => Date }) {
    return new PortalPolicy(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    now: () => Date;
  }) {
    this.#permissions = options.permissions;
    this.#answers = FreshCache.create({
      ttlMs: MAX_AGE_MS,
      capacity: 5_000,
      now: options.now,
    });
  }

  /** @param options - `fresh` at the moment of effect: asks now, whatever was answered before. */
  async answersFor(options: {
    agentRef: string;
    credentials: BackstageCredentials;
    fresh: boolean;
  }): Promise<PolicySet['portal']> {
    const { agentRef, credentials, fresh } = options;
    try {
      if (fresh) {
        return await this.#ask(credentials);
      }
      return (await this.#answers.get(agentRef, () => this.#ask(credentials)))
        .value;
    } catch (error) {
      const failed = portalAnswer(
        new Error('the permission backend did not answer', { cause: error }),
      );
      return { execute: failed, executeApproved: failed };
    }
  }

  async #ask(credentials: BackstageCredentials): Promise<PolicySet['portal']> {
    const [execute, executeApproved] =
      await this.#permissions.authorizeConditional(
        [
          { permission: agentActionExecutePermission },
          { permission: agentActionExecuteApprovedPermission },
        ],
        { credentials },
      );
    return {
      execute: portalAnswer(execute),
      executeApproved: portalAnswer(executeApproved),
    };
  }
}
