import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { agentGovernanceConditionSourcesExtensionPoint } from '@agentgov/backstage-plugin-agent-governance-node';
import { createRolloutSource } from './createRolloutSource';

/** What the portal asks about, besides what it is told, at Acme. */
export const agentGovernanceModuleAcmeConditions = createBackendModule({
  pluginId: 'agent-governance',
  moduleId: 'acme-conditions',
  register(reg) {
    reg.registerInit({
      deps: {
        conditions: agentGovernanceConditionSourcesExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ conditions, config }) {
        conditions.addConditionSource(
          createRolloutSource({
            baseUrl: config.getString('demoWorld.baseUrl'),
          }),
        );
      },
    });
  },
});
