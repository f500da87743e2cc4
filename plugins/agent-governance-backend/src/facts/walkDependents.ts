import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Mark } from './entityMarks';
import { relatedRefs } from './relations';

/** What depends on a target, or why that cannot be said. */
export type Dependents =
  | { state: 'known'; count: number; tiers: Array<Mark<string>> }
  | { state: 'unknown'; because: string };

/** Where an entity stands: an API through which others depend on the target, depending on it, or inside it. */
type Place = 'api' | 'dependent' | 'inside';

/** What an entity is reached as in several ways, it is as the one that says most. */
const PLACES: readonly Place[] = ['api', 'dependent', 'inside'];

/**
 * Everything that depends on a target or on what is in it, directly or through others, one batched read a hop.
 *
 * Whoever says `dependsOn`, or consumes an API that is provided, depends. Circles are walked once. What lies beyond
 * the bounds, or is named and not in the catalog, makes the answer unknown: a count that stops early reads like good
 * news.
 */
export async function walkDependents(options: {
  target: Entity;
  maxDepth: number;
  maxNodes: number;
  tierOf: (entity: Entity) => Mark<string>;
  load: (refs: string[]) => Promise<Array<Entity | undefined>>;
}): Promise<Dependents> {
  const { target, maxDepth, maxNodes, tierOf, load } = options;
  const places = new Map<string, Place>([
    [stringifyEntityRef(target), 'inside'],
  ]);
  const tiers: Array<Mark<string>> = [];
  let frontier: Entity[] = [target];
  for (let depth = 0; frontier.length > 0; depth++) {
    const found = new Map<string, Place>();
    for (const entity of frontier) {
      for (const [ref, place] of neighboursOf(entity, places)) {
        if (!places.has(ref)) {
          found.set(ref, furthest(found.get(ref), place));
        }
      }
    }
    if (found.size === 0) {
      break;
    }
    if (depth >= maxDepth || places.size + found.size > maxNodes) {
      return unknown(
        `More depends on the target than is followed: ${maxDepth} hops, ${maxNodes} entities`,
      );
    }
    found.forEach((place, ref) => places.set(ref, place));
    const loaded = await load([...found.keys()]);
    frontier = loaded.filter((entity): entity is Entity => Boolean(entity));
    if (frontier.length < found.size) {
      return unknown(
        'Something that is named as depending on the target is not in the catalog',
      );
    }
    tiers.push(
      ...frontier
        .filter(entity => placeOf(entity, places) === 'dependent')
        .map(tierOf),
    );
  }
  return { state: 'known', count: tiers.length, tiers };
}

function neighboursOf(
  entity: Entity,
  places: Map<string, Place>,
): Array<[ref: string, place: Place]> {
  const place = placeOf(entity, places);
  const as = (to: Place, ...types: string[]) =>
    relatedRefs(entity, ...types).map((ref): [string, Place] => [ref, to]);
  return [
    ...(place === 'inside' ? as('inside', 'hasPart') : []),
    ...as('dependent', 'dependencyOf', 'apiConsumedBy'),
    ...as('api', 'providesApi'),
  ];
}

function furthest(one: Place | undefined, other: Place): Place {
  return one && PLACES.indexOf(one) > PLACES.indexOf(other) ? one : other;
}

function placeOf(entity: Entity, places: Map<string, Place>) {
  return places.get(stringifyEntityRef(entity));
}

function unknown(because: string): Dependents {
  return { state: 'unknown', because };
}
