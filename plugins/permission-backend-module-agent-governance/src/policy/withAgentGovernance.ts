import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { agentGovernancePermissions } from '@agentgov/backstage-plugin-agent-governance-common';
import { LiveEffects } from '@agentgov/backstage-plugin-agent-governance-node';
import { decideForAgent } from './decideForAgent';
import { principalOf } from './principalOf';

/**
 * Puts agents under the ready policy and leaves everybody else to an existing one.
 *
 * For agents: the two permissions on agents' actions are decided by the ready policy's table; permissions
 * to read are decided by the wrapped policy, which is asked as the agent; everything else is denied.
 * For people, and whoever else comes by, the wrapped policy decides as it did before.
 *
 * While governance carries out an action for an agent, the plugin it runs in asks for permissions in the agent's name. With
 * `effects` these are allowed: the action has been decided, and the portal's policy had its say in that.
 *
 * @example
 * ```ts
 * policy.setPolicy(withAgentGovernance(new MyPermissionPolicy()));
 * ```
 *
 * @public
 */
export function withAgentGovernance(
  policy: PermissionPolicy,
  options: {
    /** From `liveEffectsServiceRef`. Without it, plugins that check permissions refuse agents' portal actions. */
    effects?: Pick<LiveEffects, 'covers'>;
  } = {},
): PermissionPolicy {
  return {
    async handle(request: PolicyQuery, user?: PolicyQueryUser) {
      if (principalOf(user) !== 'agent') {
        return policy.handle(request, user);
      }
      const decision =
        decideForAgent(request.permission) ??
        (await policy.handle(request, user));
      // asked last, since governance may have to be asked over HTTP, and most of what agents read is allowed anyway
      return decision.result === AuthorizeResult.DENY &&
        (await isPartOfAnEffect(request, user, options.effects))
        ? { result: AuthorizeResult.ALLOW }
        : decision;
    },
  };
}

/** Governance's own permissions are about agents, and never a part of what one does. */
async function isPartOfAnEffect(
  { permission }: PolicyQuery,
  user: PolicyQueryUser | undefined,
  effects: Pick<LiveEffects, 'covers'> | undefined,
): Promise<boolean> {
  const { userEntityRef, actor } = (user?.credentials.principal ?? {}) as {
    userEntityRef?: string;
    actor?: { subject: string };
  };
  const caller = /^plugin:(.+)$/.exec(actor?.subject ?? '')?.[1];
  const isOurs = agentGovernancePermissions.some(
    ({ name }) => name === permission.name,
  );
  if (!effects || isOurs || !userEntityRef || !caller) {
    return false;
  }
  const agentRef = stringifyEntityRef(parseEntityRef(userEntityRef));
  // what cannot be found out allows nothing
  return effects
    .covers({ agentRef, caller, plugin: caller })
    .catch(() => false);
}
