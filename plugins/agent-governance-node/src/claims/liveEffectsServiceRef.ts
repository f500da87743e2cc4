import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultLiveEffects } from './DefaultLiveEffects';
import { liveClaimsServiceRef } from './liveClaimsServiceRef';
import { LiveEffects } from './LiveEffects';

/**
 * Whether governance is carrying out an effect just now, for whoever has to let its parts pass: the perimeter, and a
 * permission policy.
 *
 * @public
 */
export const liveEffectsServiceRef = createServiceRef<LiveEffects>({
  id: 'agent-governance.live-effects',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        claims: liveClaimsServiceRef,
        discovery: coreServices.discovery,
        instance: coreServices.rootInstanceMetadata,
      },
      factory: ({ instance, ...deps }) =>
        DefaultLiveEffects.create({
          ...deps,
          isHere: async () =>
            (await instance.getInstalledPlugins()).some(
              ({ pluginId }) => pluginId === 'agent-governance',
            ),
        }),
    }),
});
