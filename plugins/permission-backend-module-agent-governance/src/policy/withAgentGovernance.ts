import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { decideForAgent } from './decideForAgent';
import { principalOf } from './principalOf';

/**
 * Puts agents under the ready policy and leaves everybody else to an existing one.
 *
 * For agents: the two permissions on agents' actions are decided by the ready policy's table; permissions
 * to read are decided by the wrapped policy, which is asked as the agent; everything else is denied.
 * For people, and whoever else comes by, the wrapped policy decides as it did before.
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
): PermissionPolicy {
  return {
    async handle(request: PolicyQuery, user?: PolicyQueryUser) {
      const decision =
        principalOf(user) === 'agent'
          ? decideForAgent(request.permission)
          : undefined;
      return decision ?? policy.handle(request, user);
    },
  };
}
