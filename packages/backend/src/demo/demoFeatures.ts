import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { agentGovernanceModuleAcmeActions } from './actions';
import { catalogModuleAcmeAgents } from './agents';
import { agentGovernanceModuleAcmeConditions } from './conditions';
import { authModulePersonasProvider } from './personas';

/** Everything that belongs to the made-up company Acme, and nothing at all unless `demo.enabled` says so. */
export const demoFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.getOptionalBoolean('demo.enabled')) {
      yield authModulePersonasProvider;
      yield catalogModuleAcmeAgents;
      yield agentGovernanceModuleAcmeActions;
      yield agentGovernanceModuleAcmeConditions;
    }
  },
});
