import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { TeamPolicy } from './teamPolicy';

/** Add it with `backend.add(import('./installPolicy'))`. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'team-policy',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new TeamPolicy());
      },
    });
  },
});
