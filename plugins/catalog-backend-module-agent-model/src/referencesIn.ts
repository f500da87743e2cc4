import { Entity } from '@backstage/catalog-model';
import { EntityReference } from './EntityReference';

/** What an entity refers to in one field, each with the path it stands at. */
export function referencesIn(
  entity: Entity,
  { field }: EntityReference,
): Array<{ path: string; ref: string }> {
  const value = entity.spec?.[field] ?? [];
  return [value].flat().map((ref, index) => ({
    path: Array.isArray(value) ? `spec.${field}[${index}]` : `spec.${field}`,
    ref: String(ref),
  }));
}
