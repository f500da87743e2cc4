import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { liveEffectsServiceRef } from '@agentgov/backstage-plugin-agent-governance-node';
import { agentGovernancePolicy } from './policy/agentGovernancePolicy';

/** Installs the ready policy. A portal has room for one policy; see `withAgentGovernance` for one that has its own. */
export const permissionModuleAgentGovernance = createBackendModule({
  pluginId: 'permission',
  moduleId: 'agent-governance',
  register(registration) {
    registration.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        effects: liveEffectsServiceRef,
      },
      async init({ policy, config, effects }) {
        policy.setPolicy(agentGovernancePolicy(config, { effects }));
      },
    });
  },
});
