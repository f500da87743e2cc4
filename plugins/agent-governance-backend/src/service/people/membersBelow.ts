import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { relatedRefs } from '../../facts/relations';
import { assertFollowable } from './assertFollowable';
import { isGroupRef, isUserRef } from './refKinds';

/** Whoever a group, and the groups inside it that exist, name as members: one read a level. */
export async function membersBelow(options: {
  groupRef: string;
  read: (refs: string[]) => Promise<Map<string, Entity>>;
}): Promise<string[]> {
  const { groupRef, read } = options;
  const people = new Set<string>();
  const groups = new Set([groupRef]);
  let level = [groupRef];
  for (let depth = 0; level.length > 0; depth++) {
    assertFollowable(groupRef, {
      depth,
      people: people.size,
      groups: groups.size,
    });
    const next = new Set<string>();
    for (const group of (await read(level)).values()) {
      relatedRefs(group, RELATION_HAS_MEMBER)
        .filter(isUserRef)
        .forEach(ref => people.add(ref));
      relatedRefs(group, RELATION_PARENT_OF)
        .filter(ref => isGroupRef(ref) && !groups.has(ref))
        .forEach(ref => next.add(ref));
    }
    next.forEach(ref => groups.add(ref));
    level = [...next];
  }
  assertFollowable(groupRef, {
    depth: 0,
    people: people.size,
    groups: groups.size,
  });
  return [...people];
}
