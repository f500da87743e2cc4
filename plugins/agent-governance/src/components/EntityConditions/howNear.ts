import {
  Entity,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

const WORDS: Record<string, string> = {
  [RELATION_PART_OF]: 'which this is part of',
  [RELATION_DEPENDS_ON]: 'which this depends on',
  [RELATION_CONSUMES_API]: 'which this depends on',
};

/** What something else is to an entity, as far as the entity's own relations say; nothing of the entity itself. */
export function howNear(entity: Entity, entityRef: string): string | undefined {
  const other = stringifyEntityRef(parseEntityRef(entityRef));
  const relation = entity.relations?.find(
    ({ type, targetRef }) => type in WORDS && targetRef === other,
  );
  return relation && WORDS[relation.type];
}
