import { PolicyRule } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { PermissionRuleParams } from '@backstage/plugin-permission-common';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { agentActionResourceRef } from './agentActionResourceRef';

/**
 * The face a policy rule shows to the permission framework, where answers are yes or no.
 *
 * Governance itself walks the criteria three-valued and never calls `apply`. Remote callers do, and
 * criteria may say `not`: an unknown must not come out as false there, so `apply` throws on it.
 *
 * @public
 */
export function createAgentActionRule<TParams extends PermissionRuleParams>(
  rule: PolicyRule<TParams>,
) {
  return createPermissionRule<typeof agentActionResourceRef, TParams>({
    name: rule.name,
    description: rule.description,
    resourceRef: agentActionResourceRef,
    ...(rule.paramsSchema && { paramsSchema: rule.paramsSchema }),
    apply(facts, params) {
      const { result, because } = rule.evaluate(facts, params as TParams);
      if (result === 'unknown') {
        throw new ServiceUnavailableError(
          `${rule.name} could not be evaluated: ${because}`,
        );
      }
      return result;
    },
    toQuery(): never {
      throw new NotImplementedError(
        `${rule.name} cannot be asked as a query: agents' actions are decided one at a time`,
      );
    },
  });
}
