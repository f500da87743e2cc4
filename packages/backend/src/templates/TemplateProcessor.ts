import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';

/** Lets the catalog take templates, and says whose they are. */
export class TemplateProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'portal-templates';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return templateEntityV1beta3Validator.check(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const owner = entity.spec?.owner;
    if (entity.kind === 'Template' && typeof owner === 'string') {
      const self = getCompoundEntityRef(entity);
      const group = parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: self.namespace,
      });
      const relation = processingResult.relation;
      emit(relation({ type: RELATION_OWNED_BY, source: self, target: group }));
      emit(relation({ type: RELATION_OWNER_OF, source: group, target: self }));
    }
    return entity;
  }
}
