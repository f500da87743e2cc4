import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { relatedRefs } from '../../facts/relations';
import { assertFollowable } from './assertFollowable';
import { isGroupRef } from './refKinds';

/**
 * The groups a person belongs to and the groups around those, nearest first, each with the one
 * the person is directly in. One read a level; it goes no further once it meets one of `stopAt`.
 */
export async function groupsAbove(options: {
  person: Entity;
  /** Groups that are known to exist. */
  stopAt?: Set<string>;
  read: (refs: string[]) => Promise<Map<string, Entity>>;
}): Promise<Map<string, string>> {
  const { person, stopAt, read } = options;
  const found = new Map<string, string>();
  const seen = new Set<string>();
  let level = new Map(
    relatedRefs(person, RELATION_MEMBER_OF)
      .filter(isGroupRef)
      .map(ref => [ref, ref]),
  );
  for (let depth = 0; level.size > 0; depth++) {
    level.forEach((_, ref) => seen.add(ref));
    assertFollowable(stringifyEntityRef(person), { depth, groups: seen.size });
    const met = [...level].filter(([ref]) => stopAt?.has(ref));
    if (met.length > 0) {
      return new Map([...found, ...met]);
    }
    const next = new Map<string, string>();
    for (const [ref, group] of await read([...level.keys()])) {
      const via = level.get(ref) ?? ref;
      found.set(ref, via);
      relatedRefs(group, RELATION_CHILD_OF)
        .filter(parent => isGroupRef(parent) && !seen.has(parent))
        .forEach(parent => next.set(parent, next.get(parent) ?? via));
    }
    level = next;
  }
  return found;
}
