import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
  agentGovernancePermissions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { createAgentActionConditionalDecision } from '@agentgov/backstage-plugin-agent-governance-node';
import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { agentActionCriteria } from './agentActionCriteria';

/**
 * What the ready policy answers an agent; undefined where somebody else may say: reading
 * what is not governance's own.
 */
export function decideForAgent(
  permission: Permission,
): PolicyDecision | undefined {
  if (isPermission(permission, agentActionExecutePermission)) {
    return createAgentActionConditionalDecision(
      permission,
      agentActionCriteria.execute,
    );
  }
  if (isPermission(permission, agentActionExecuteApprovedPermission)) {
    return createAgentActionConditionalDecision(
      permission,
      agentActionCriteria.executeApproved,
    );
  }
  const isOurs = agentGovernancePermissions.some(
    ({ name }) => name === permission.name,
  );
  return permission.attributes.action === 'read' && !isOurs
    ? undefined
    : { result: AuthorizeResult.DENY };
}
