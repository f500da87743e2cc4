import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { perimeterServiceFactory } from './perimeter';
import { agentGovernancePlugin } from './plugin';

/**
 * The plugin together with the perimeter in front of every other one, so that nobody installs
 * decisions that agents can walk around.
 *
 * @public
 */
export const agentGovernanceFeatures = createBackendFeatureLoader({
  *loader() {
    yield perimeterServiceFactory;
    yield agentGovernancePlugin;
  },
});
