import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';

/** Puts the world into the catalog; `connect` is given a way to tell when all of it is processed. */
export function createWorldModule(options: {
  entities: Entity[];
  connect: (isReady: () => Promise<boolean>) => void;
}): BackendFeature {
  const { entities, connect } = options;
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-world',
    register(registration) {
      registration.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          processing: catalogProcessingExtensionPoint,
        },
        async init({ auth, catalog, processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'bench-world',
            connect: async connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
          connect(async () => {
            const { items } = await catalog.getEntities(
              { fields: ['kind', 'relations'] },
              { credentials: await auth.getOwnServiceCredentials() },
            );
            return (
              items.length === entities.length &&
              items.every(({ relations }) => relations && relations.length > 0)
            );
          });
        },
      });
    },
  });
}
