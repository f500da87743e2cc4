import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogServiceRequestOptions } from '@backstage/plugin-catalog-node';
import {
  CatalogServiceMock,
  catalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import { EntityVisibility } from '../service/types';

/**
 * A catalog that hides entities from people and agents, and the visibility that
 * follows from it.
 */
export function catalogHiding(
  entities: Entity[],
  hidden: string[],
): { catalog: CatalogServiceMock; visibility: EntityVisibility } {
  const catalog = catalogServiceMock({ entities });
  const read = catalog.getEntityByRef.bind(catalog);
  catalog.getEntityByRef = async (ref, options) => {
    const { credentials } = options as CatalogServiceRequestOptions;
    const { type } = credentials.principal as { type: string };
    return type !== 'service' && hidden.includes(String(ref))
      ? undefined
      : read(ref, options);
  };
  const known = entities.map(stringifyEntityRef);
  return {
    catalog,
    visibility: {
      readable: async refs =>
        new Set(
          refs.filter(ref => known.includes(ref) && !hidden.includes(ref)),
        ),
    },
  };
}
