import {
  Facts,
  RESOURCE_TYPE_AGENT_ACTION,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * What agents' actions are decided on: the sealed facts of one request.
 *
 * There is no query face. Whether an action may run depends on facts gathered for that very moment,
 * which no database column holds; hence `never`.
 *
 * @public
 */
export const agentActionResourceRef = createPermissionResourceRef<
  Facts,
  never
>().with({
  pluginId: 'agent-governance',
  resourceType: RESOURCE_TYPE_AGENT_ACTION,
});
