import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';

/** Lets the catalog take templates. */
export const catalogModuleTemplates = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-templates',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor({
          getProcessorName: () => 'test-templates',
          validateEntityKind: entity =>
            templateEntityV1beta3Validator.check(entity),
          postProcessEntity: async (entity, _location, emit) => {
            if (entity.kind === 'Template') {
              emit(
                processingResult.relation({
                  type: RELATION_OWNED_BY,
                  source: getCompoundEntityRef(entity),
                  target: parseEntityRef(String(entity.spec?.owner), {
                    defaultKind: 'group',
                    defaultNamespace: 'default',
                  }),
                }),
              );
            }
            return entity;
          },
        });
      },
    });
  },
});
