import { Entity, RELATION_CHILD_OF } from '@backstage/catalog-model';
import { relatedRefs } from './relations';

const MAX_DEPTH = 10;
const MAX_GROUPS = 200;

/** Groups and everything above them, or why that cannot be said. */
export type GroupsAbove =
  | { state: 'known'; refs: string[] }
  | { state: 'unknown'; because: string };

/**
 * These groups and every group above them, one batched read a level.
 *
 * What is above a group has authority over it, so nothing here is guessed: a group that is named and not in the
 * catalog, more groups than are followed, and groups that are above each other make the answer unknown.
 */
export async function climbGroups(options: {
  groups: string[];
  load: (refs: string[]) => Promise<Array<Entity | undefined>>;
}): Promise<GroupsAbove> {
  const { groups, load } = options;
  const parents = new Map<string, string[]>();
  let level = groups;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH || parents.size + level.length > MAX_GROUPS) {
      return unknown(
        `Groups are nested deeper than ${MAX_DEPTH}, or there are more than ${MAX_GROUPS}`,
      );
    }
    const loaded = await load(level);
    for (const [index, group] of loaded.entries()) {
      if (!group) {
        return unknown('A group that is named is not in the catalog');
      }
      parents.set(level[index], relatedRefs(group, RELATION_CHILD_OF));
    }
    level = [...new Set([...parents.values()].flat())].filter(
      ref => !parents.has(ref),
    );
  }
  return isCircular(parents)
    ? unknown('Groups are above each other: which one answers cannot be said')
    : { state: 'known', refs: [...parents.keys()] };
}

function unknown(because: string): GroupsAbove {
  return { state: 'unknown', because };
}

/** Takes away groups that nothing is above, until none is left or a circle is. */
function isCircular(parents: Map<string, string[]>): boolean {
  const left = new Map(parents);
  let before: number;
  do {
    before = left.size;
    for (const [ref, above] of left) {
      if (!above.some(parent => left.has(parent))) {
        left.delete(ref);
      }
    }
  } while (left.size > 0 && left.size < before);
  return left.size > 0;
}
