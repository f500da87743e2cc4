import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import { EntityReference } from './EntityReference';
import { referencesIn } from './referencesIn';

/** The relations a valid entity has through these references, each in both directions. */
export function relationsOf(
  entity: Entity,
  references: EntityReference[],
): EntityRelationSpec[] {
  const self = getCompoundEntityRef(entity);
  return references.flatMap(reference =>
    referencesIn(entity, reference).flatMap(({ ref }) => {
      const other = parseEntityRef(ref, {
        defaultKind: reference.defaultKind,
        defaultNamespace: self.namespace,
      });
      return [
        { source: self, type: reference.outgoing, target: other },
        { source: other, type: reference.incoming, target: self },
      ];
    }),
  );
}
