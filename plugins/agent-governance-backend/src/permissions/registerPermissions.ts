import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  Facts,
  agentGovernancePermissions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentActionResourceRef,
  agentActionRules,
} from '@agentgov/backstage-plugin-agent-governance-node';

/**
 * Makes agents' actions something the portal's permission policy can speak about. Whoever asks
 * about a request from outside gets an answer over the facts it was last decided on.
 */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  /** The facts a request was last decided on; `undefined` when there is no such request. */
  latestFacts: (requestId: string) => Promise<Facts | undefined>;
}): void {
  const { permissionsRegistry, latestFacts } = options;
  permissionsRegistry.addResourceType({
    resourceRef: agentActionResourceRef,
    permissions: agentGovernancePermissions,
    rules: Object.values(agentActionRules),
    getResources: async requestIds => Promise.all(requestIds.map(latestFacts)),
  });
}
