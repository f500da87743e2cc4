import { resolve } from 'node:path';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AcmeAgentsProvider } from './AcmeAgentsProvider';

/** Puts the demo agents into the catalog, with the public keys they made for themselves. */
export const catalogModuleAcmeAgents = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'acme-agents',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        const provider = AcmeAgentsProvider.create({
          agentsFolder: resolve(config.getString('demo.agents.directory')),
          keysFolder: resolve(config.getString('demo.agents.keys')),
          logger,
        });
        catalog.addEntityProvider(provider);
        await scheduler.scheduleTask({
          id: 'acme-agents-refresh',
          scope: 'local',
          initialDelay: { seconds: 3 },
          frequency: { seconds: 3 },
          timeout: { seconds: 30 },
          fn: () => provider.refresh(),
        });
      },
    });
  },
});
