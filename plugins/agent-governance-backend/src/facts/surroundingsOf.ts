import { Entity } from '@backstage/catalog-model';
import { climbGroups, GroupsAbove } from './climbGroups';
import { Mark } from './entityMarks';
import { oneReadATurn } from './oneReadATurn';
import { ownerOf } from './relations';
import { Dependents, walkDependents } from './walkDependents';
import { Topology, walkTopology } from './walkTopology';

/** What lies around a target: how far the agent is, who has authority over it, what depends on it. */
export interface Surroundings extends Topology {
  owners: GroupsAbove;
  dependents: Dependents;
}

/** Looks around a target in all directions at once; each hop of all of them is one read. */
export async function surroundingsOf(options: {
  agent: Entity;
  target: Entity;
  maxDepth: number;
  maxNodes: number;
  tierOf: (entity: Entity) => Mark<string>;
  load: (refs: string[]) => Promise<Array<Entity | undefined>>;
}): Promise<Surroundings> {
  const load = oneReadATurn(options.load);
  const [topology, owners, dependents] = await Promise.all([
    walkTopology({ ...options, load }),
    ownersAbove(options.target, load),
    walkDependents({ ...options, load }),
  ]);
  return { ...topology, owners, dependents };
}

/** A person who owns something is nobody's subgroup: the groups around that person have no authority over it. */
async function ownersAbove(
  target: Entity,
  load: (refs: string[]) => Promise<Array<Entity | undefined>>,
): Promise<GroupsAbove> {
  const owner = ownerOf(target);
  if (owner === undefined) {
    return { state: 'unknown', because: 'The target has no single owner' };
  }
  return owner.startsWith('group:')
    ? climbGroups({ groups: [owner], load })
    : { state: 'known', refs: [owner] };
}
