import { Entity } from '@backstage/catalog-model';

/** Targets of an entity's relations of these types: full entity refs, without repeats. */
export function relatedRefs(entity: Entity, ...types: string[]): string[] {
  const refs = (entity.relations ?? [])
    .filter(relation => types.includes(relation.type))
    .map(relation => relation.targetRef.toLocaleLowerCase('en-US'));
  return [...new Set(refs)].sort();
}

/** The one that answers for an entity; `undefined` when nobody does, or it is not clear who. */
export function ownerOf(entity: Entity): string | undefined {
  const owners = relatedRefs(entity, 'ownedBy');
  return owners.length === 1 ? owners[0] : undefined;
}

/** The system an entity is part of, or the entity itself where it is one. */
export function systemOf(entity: Entity): string | undefined {
  return relatedRefs(entity, 'partOf').find(ref => ref.startsWith('system:'));
}

/** The domain a system is part of. */
export function domainOf(entity: Entity): string | undefined {
  return relatedRefs(entity, 'partOf').find(ref => ref.startsWith('domain:'));
}
