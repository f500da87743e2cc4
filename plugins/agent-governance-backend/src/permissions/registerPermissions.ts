import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { agentGovernancePermissions } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentActionResourceRef,
  agentActionRules,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { DatabaseActionRequestStore } from '../store/DatabaseActionRequestStore';

/**
 * Makes agents' actions something the portal's permission policy can speak about. Whoever asks
 * about a request from outside gets an answer over the facts it was last decided on.
 */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  store: DatabaseActionRequestStore;
}): void {
  const { permissionsRegistry, store } = options;
  permissionsRegistry.addResourceType({
    resourceRef: agentActionResourceRef,
    permissions: agentGovernancePermissions,
    rules: Object.values(agentActionRules),
    getResources: async requestIds =>
      Promise.all(
        requestIds.map(async id => (await store.decisions(id)).at(-1)?.facts),
      ),
  });
}
