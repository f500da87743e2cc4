import {
  Entity,
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FreezeCoverage,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { coversTarget } from '../../facts/freezes/covers';
import { ownerOf, relatedRefs } from '../../facts/relations';
import { Caller } from '../Caller';

const MAX_ENTITIES = 200;
const MAX_DEPTH = 10;

/**
 * Tells what a freeze covers, asked with the credentials of whoever wants to know: what they may not read is not there.
 *
 * It is for people to look at. Decisions ask about one target and never read a list.
 */
export class FreezeCoverageReader {
  readonly #catalog: CatalogService;

  static create(options: { catalog: CatalogService }) {
    return new FreezeCoverageReader(options);
  }

  private constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /** @throws ServiceUnavailableError when the catalog does not answer */
  async read(scope: FreezeScope, caller: Caller): Promise<FreezeCoverage> {
    if (scope.entityRef === undefined && scope.targets === undefined) {
      return { everything: true, entities: [], owners: [], complete: true };
    }
    try {
      const { entities, complete } =
        scope.entityRef === undefined
          ? await this.#matching(scope.targets!, caller)
          : await this.#partsOf(scope.entityRef, caller);
      const covered = entities
        .filter(entity => coversTarget(scope.targets, entity))
        .map(entity => {
          const owner = ownerOf(entity);
          return {
            entityRef: stringifyEntityRef(entity),
            ...(owner !== undefined && { owner }),
          };
        });
      const owners = new Set(covered.flatMap(({ owner }) => owner ?? []));
      return {
        everything: false,
        entities: covered,
        owners: [...owners].sort(),
        complete,
      };
    } catch (error) {
      throw new ServiceUnavailableError('The catalog did not answer', error);
    }
  }

  async #matching(targets: FreezeScope['targets'], caller: Caller) {
    const { items, pageInfo } = await this.#catalog.queryEntities(
      { query: targets as FilterPredicate, limit: MAX_ENTITIES },
      { credentials: caller.credentials },
    );
    return { entities: items, complete: pageInfo.nextCursor === undefined };
  }

  async #partsOf(entityRef: string, caller: Caller) {
    const seen = new Set([entityRef]);
    const entities: Entity[] = [];
    let level = [entityRef];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > MAX_DEPTH) {
        return { entities, complete: false };
      }
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: level },
        { credentials: caller.credentials },
      );
      const found = items.flatMap(entity => entity ?? []);
      entities.push(...found);
      const parts = found
        .flatMap(entity => relatedRefs(entity, RELATION_HAS_PART))
        .filter(ref => !seen.has(ref));
      level = [...new Set(parts)].slice(0, MAX_ENTITIES - entities.length);
      if (level.length < new Set(parts).size) {
        return { entities, complete: false };
      }
      level.forEach(ref => seen.add(ref));
    }
    return { entities, complete: true };
  }
}
