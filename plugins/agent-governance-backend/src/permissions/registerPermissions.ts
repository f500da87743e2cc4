import {
  agentGovernancePermissions,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentActionResourceRef,
  agentActionRules,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { PermissionsRegistryService } from '@backstage/backend-plugin-api';

/**
 * Makes the plugin's permissions, its resource type and its rules known to the permission framework.
 *
 * @param options - `getResources` returns the sealed facts of the requests named, in order; undefined for
 *   one that does not exist. It is only called for other plugins that ask about one request by its id.
 */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  getResources(requestIds: string[]): Promise<Array<Facts | undefined>>;
}): void {
  const { permissionsRegistry, getResources } = options;
  permissionsRegistry.addResourceType({
    resourceRef: agentActionResourceRef,
    permissions: agentGovernancePermissions.filter(
      permission => permission.type === 'resource',
    ),
    rules: Object.values(agentActionRules),
    getResources,
  });
  permissionsRegistry.addPermissions(
    agentGovernancePermissions.filter(
      permission => permission.type === 'basic',
    ),
  );
}
