import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { TemplateProcessor } from './TemplateProcessor';

/** Adds the kind of the scaffolder's templates to the catalog. */
export const catalogModuleTemplates = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'portal-templates',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new TemplateProcessor());
      },
    });
  },
});
