import { agentActionExecutePermission } from '@agentgov/backstage-plugin-agent-governance-common';
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
} from '@backstage/plugin-permission-node';

/** Agents may run actions that only read. */
export class ReadOnlyPolicy implements PermissionPolicy {
  async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
    if (isPermission(permission, agentActionExecutePermission)) {
      return createAgentActionConditionalDecision(
        permission,
        agentActionConditions.effectClassIsOneOf({ effectClasses: ['read'] }),
      );
    }
    if (permission.name === 'agent-governance.action.execute-approved') {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
