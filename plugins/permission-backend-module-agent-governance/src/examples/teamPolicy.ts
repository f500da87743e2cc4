import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
  isAgentRef,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentActionConditions,
  createAgentActionConditionalDecision,
} from '@agentgov/backstage-plugin-agent-governance-node';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

const {
  actionIs,
  contextMeets,
  duringFreeze,
  effectClassIsOneOf,
  hasUndo,
  targetOwnedByAgentOwner,
} = agentActionConditions;

/** Agents restart and deploy what their own team owns; whatever cannot be undone, a person approves. */
export class TeamPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, agentActionExecutePermission)) {
      return createAgentActionConditionalDecision(permission, {
        anyOf: [
          effectClassIsOneOf({ effectClasses: ['read'] }),
          {
            allOf: [
              actionIs({ ids: ['deployments:*'] }),
              targetOwnedByAgentOwner(),
              { not: duringFreeze() },
              contextMeets({ factTypes: ['runbook'] }),
              hasUndo(),
            ],
          },
        ],
      });
    }
    if (isPermission(permission, agentActionExecuteApprovedPermission)) {
      return createAgentActionConditionalDecision(permission, {
        allOf: [targetOwnedByAgentOwner(), { not: duringFreeze() }],
      });
    }
    const isAgent = user && isAgentRef(user.info.userEntityRef);
    if (isAgent && permission.name !== 'catalog.entity.read') {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
