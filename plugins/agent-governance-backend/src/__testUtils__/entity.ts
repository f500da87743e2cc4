import { Entity, EntityMeta } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** Where test entities come from; the test portal trusts it. */
export const LOCATION = 'test:acme';

/** Writes an entity the way a provider would hand it in. */
export function entity(
  kind: string,
  name: string,
  spec: JsonObject = {},
  metadata: Partial<EntityMeta> = {},
): Entity {
  return {
    apiVersion: `${
      kind.startsWith('Agent') ? 'agent-governance.io' : 'backstage.io'
    }/v1alpha1`,
    kind,
    metadata: {
      name,
      ...metadata,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
        ...metadata.annotations,
      },
    },
    spec,
  };
}
