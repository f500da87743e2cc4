import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AgentEntityProcessor } from './AgentEntityProcessor';
import { AgentPolicyEntityProcessor } from './AgentPolicyEntityProcessor';

/**
 * Teaches the catalog the kinds `Agent` and `AgentPolicy`.
 *
 * @public
 */
export const catalogModuleAgentModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'agent-model',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(AgentEntityProcessor.create());
        catalog.addProcessor(AgentPolicyEntityProcessor.create());
      },
    });
  },
});
