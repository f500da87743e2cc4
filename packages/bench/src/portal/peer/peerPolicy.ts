import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { withAgentGovernance } from '@agentgov/backstage-plugin-permission-backend-module-agent-governance';
import {
  createConditionalDecision,
  thingConditions,
  thingUsePermission,
} from './peerPermission';

/** A portal's own policy: conditional for the peer's things, everything else allowed. */
const peerPolicy: PermissionPolicy = {
  handle: async ({ permission }, user) =>
    isPermission(permission, thingUsePermission)
      ? createConditionalDecision(
          permission,
          thingConditions.isOwnedBy({
            owners: user?.info.ownershipEntityRefs ?? [],
          }),
        )
      : { result: AuthorizeResult.ALLOW },
};

/** The ready policy for agents, around it. */
export const peerPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(withAgentGovernance(peerPolicy));
      },
    });
  },
});
