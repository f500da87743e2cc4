import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AgentEntityProcessor } from './AgentEntityProcessor';

/**
 * Teaches the catalog the kind `Agent`.
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
      },
    });
  },
});
