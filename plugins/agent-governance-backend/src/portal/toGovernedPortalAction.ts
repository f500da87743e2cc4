import { ActionsServiceAction } from '@backstage/backend-plugin-api/alpha';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ActionExecutor,
  GovernedAction,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { OperationRule } from './OperationRule';
import { resolveTarget } from './resolveTarget';

/** The tag that all portal actions carry. */
export const PORTAL_ACTION_TAG = 'portal-action';

/**
 * A portal action as a governed one. What its plugin says about its effects is not believed: only the configuration says
 * what it does.
 */
export function toGovernedPortalAction(
  action: ActionsServiceAction,
  options: { rule: OperationRule; executor: ActionExecutor },
): GovernedAction {
  const { rule, executor } = options;
  const { target, environment, effectClass, undo, owner, requiresContext } =
    rule;
  return {
    id: action.id,
    title: action.title,
    description: action.description,
    effectClass,
    targetKinds: ['*'],
    inputSchema: action.schema.input as JsonObject,
    requiresContext,
    takesSecrets: action.schema.secrets !== undefined,
    tags: [PORTAL_ACTION_TAG],
    resolve: input => ({ target: resolveTarget(target, input), environment }),
    executor,
    ...(undo !== undefined && { undo }),
    ...(owner !== undefined && { owner }),
  };
}
