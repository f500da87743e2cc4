import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FreshCache } from './FreshCache';
import { readEntities } from './readEntities';
import { relatedRefs } from './relations';

const MAX_DEPTH = 10;
const MAX_NODES = 200;
const MAX_AGE_MS = 5_000;

/**
 * What an entity is part of: its systems, their domains, and so on upward.
 *
 * At most five seconds old. Beyond the bounds it is an error, never "part of nothing else".
 */
export class EntityContainers {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #cache: FreshCache<string[]>;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    now: () => Date;
  }) {
    return new EntityContainers(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    now: () => Date;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#cache = FreshCache.create({
      ttlMs: MAX_AGE_MS,
      capacity: 5_000,
      now: options.now,
    });
  }

  /** The entity itself and everything around it, by ref. */
  async of(entity: Entity): Promise<string[]> {
    const direct = relatedRefs(entity, RELATION_PART_OF);
    const key = [stringifyEntityRef(entity), ...direct].join(' ');
    return (await this.#cache.get(key, () => this.#climb(entity))).value;
  }

  async #climb(entity: Entity): Promise<string[]> {
    const around = new Set([stringifyEntityRef(entity)]);
    let level = [entity];
    for (let depth = 0; level.length > 0; depth++) {
      const next = new Set(
        level
          .flatMap(part => relatedRefs(part, RELATION_PART_OF))
          .filter(ref => !around.has(ref)),
      );
      next.forEach(ref => around.add(ref));
      if (around.size > MAX_NODES || (depth >= MAX_DEPTH && next.size > 0)) {
        throw new ServiceUnavailableError(
          `${stringifyEntityRef(entity)} is part of too much to follow`,
        );
      }
      const read = await readEntities({
        auth: this.#auth,
        catalog: this.#catalog,
        refs: [...next],
      });
      level = [...read.values()];
    }
    return [...around];
  }
}
