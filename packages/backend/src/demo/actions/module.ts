import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { agentGovernanceActionsExtensionPoint } from '@agentgov/backstage-plugin-agent-governance-node';
import { createDeploymentActions } from './createDeploymentActions';
import { createRunbookAction } from './createRunbookAction';
import { createTicketAction } from './createTicketAction';
import { createWarehouseAction } from './createWarehouseAction';
import { DemoWorldClient } from './DemoWorldClient';

/** What agents may ask for at Acme. */
export const agentGovernanceModuleAcmeActions = createBackendModule({
  pluginId: 'agent-governance',
  moduleId: 'acme-actions',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: agentGovernanceActionsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ actions, config }) {
        const world = DemoWorldClient.create({
          baseUrl: config.getString('demoWorld.baseUrl'),
        });
        actions.addAction(
          createDeploymentActions(world),
          createTicketAction(world),
          createWarehouseAction(world),
          createRunbookAction(world),
        );
      },
    });
  },
});
