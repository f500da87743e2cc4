import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Mark } from './entityMarks';
import { domainOf, relatedRefs, systemOf } from './relations';

/** Relations that make two entities neighbours, whichever way they point. */
const NEIGHBOURS = ['dependsOn', 'dependencyOf', 'partOf', 'hasPart'];

/** How a target lies in relation to an agent. */
export interface Topology {
  /** The domain it is in, itself or through its system. */
  targetDomain: Mark<string>;
  agentDomain: Mark<string>;
  /** Hops from the target to the nearest thing the agent operates. */
  distance:
    | { state: 'known'; hops: number }
    | { state: 'none' }
    /** The walk was cut off before it was done. */
    | { state: 'unknown'; because: string };
}

/**
 * Walks the graph from the target to what the agent operates, one batched read a hop.
 *
 * Topology is a claim of its authors and may be large or circular: the walk is bounded in depth
 * and nodes, and what lies beyond the bound is unknown, never "far away, so fine".
 */
export async function walkTopology(options: {
  agent: Entity;
  target: Entity;
  maxDepth: number;
  maxNodes: number;
  load: (refs: string[]) => Promise<Array<Entity | undefined>>;
}): Promise<Topology> {
  const { agent, target, load } = options;
  const systems = [systemOf(target), systemOf(agent)].filter(
    (ref): ref is string => ref !== undefined,
  );
  const loadedSystems = systems.length > 0 ? await load(systems) : [];
  const systemByRef = new Map(
    loadedSystems.flatMap(system =>
      system ? [[stringifyEntityRef(system), system] as const] : [],
    ),
  );
  const domainOfPart = (entity: Entity): Mark<string> => {
    const system = systemOf(entity);
    const whole = system === undefined ? entity : systemByRef.get(system);
    if (!whole) {
      return { state: 'unknown', because: 'Its system is not in the catalog' };
    }
    const domain = domainOf(whole);
    return domain ? { state: 'known', value: domain } : { state: 'none' };
  };
  return {
    targetDomain: domainOfPart(target),
    agentDomain: domainOfPart(agent),
    distance: await measureDistance(options),
  };
}

async function measureDistance(options: {
  agent: Entity;
  target: Entity;
  maxDepth: number;
  maxNodes: number;
  load: (refs: string[]) => Promise<Array<Entity | undefined>>;
}): Promise<Topology['distance']> {
  const { agent, target, maxDepth, maxNodes, load } = options;
  const goals = new Set(relatedRefs(agent, 'operates'));
  if (goals.size === 0) {
    return { state: 'none' };
  }
  const start = stringifyEntityRef(target);
  if (goals.has(start)) {
    return { state: 'known', hops: 0 };
  }
  const seen = new Set([start]);
  let isAnyMissing = false;
  let frontier: Entity[] = [target];
  for (let hops = 1; hops <= maxDepth; hops++) {
    const next = frontier
      .flatMap(entity => relatedRefs(entity, ...NEIGHBOURS))
      .filter(ref => !seen.has(ref));
    const unseen = [...new Set(next)];
    if (unseen.some(ref => goals.has(ref))) {
      return { state: 'known', hops };
    }
    if (unseen.length === 0) {
      return isAnyMissing
        ? {
            state: 'unknown',
            because: 'Something around the target is not in the catalog',
          }
        : { state: 'none' };
    }
    unseen.forEach(ref => seen.add(ref));
    if (seen.size > maxNodes) {
      return {
        state: 'unknown',
        because: `More than ${maxNodes} entities lie around the target`,
      };
    }
    frontier = (await load(unseen)).filter(
      (entity): entity is Entity => entity !== undefined,
    );
    isAnyMissing ||= frontier.length < unseen.length;
  }
  return {
    state: 'unknown',
    because: `Nothing the agent operates lies within ${maxDepth} hops of the target`,
  };
}
