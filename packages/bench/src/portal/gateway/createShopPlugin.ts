import {
  BackendFeature,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';

/** A plugin of somebody else. */
export const SHOP = 'bench-shop';
/** Its action, that says what it was given: as little work as the tool of the upstream server. */
export const RESTOCK = 'restock';

/** A plugin with one action in the portal’s actions registry. */
export function createShopPlugin(): BackendFeature {
  return createBackendPlugin({
    pluginId: SHOP,
    register(env) {
      env.registerInit({
        deps: { actions: actionsRegistryServiceRef },
        async init({ actions }) {
          actions.register({
            name: RESTOCK,
            title: 'Restock a service',
            description: 'Restocks one service, and says that it did.',
            schema: {
              input: z =>
                z.object({ service: z.string(), note: z.string().max(200) }),
              output: z => z.object({ said: z.string() }),
            },
            action: async ({ input: { service, note } }) => ({
              output: { said: `Restocked ${service}: ${note}` },
            }),
          });
        },
      });
    },
  });
}
