import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Fresh, FreshCache } from './FreshCache';
import { FreshEntities } from './FreshEntities';
import { Surroundings, walkTopology } from './walkTopology';

/** How old a catalog fact may be when something is decided on it. */
const MAX_AGE_MS = 5_000;
/** As whom entities are read that only say how others lie to each other. */
const PORTAL = 'portal';

/**
 * What the gatherer reads in the catalog, at most five seconds old and with its age known.
 *
 * Whether an agent may *read* a target is asked with that agent's credentials and remembered
 * for that agent alone.
 */
export class CatalogReader {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #topology: { maxDepth: number; maxNodes: number };
  /** As each agent, what it may see; as the portal, what lies around. */
  readonly #entities: FreshEntities;
  readonly #surroundings: FreshCache<Surroundings>;
  readonly #now: () => Date;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    topology: { maxDepth: number; maxNodes: number };
    now: () => Date;
  }) {
    return new CatalogReader(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    topology: { maxDepth: number; maxNodes: number };
    now: () => Date;
  }) {
    const cache = { ttlMs: MAX_AGE_MS, capacity: 5_000, now: options.now };
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#topology = options.topology;
    this.#now = options.now;
    this.#entities = FreshEntities.create(cache);
    this.#surroundings = FreshCache.create(cache);
  }

  /** The target as this agent may see it; `undefined` when it does not exist or is hidden from it. */
  async target(options: {
    targetRef: string;
    agentRef: string;
    credentials: BackstageCredentials;
  }): Promise<Fresh<Entity | undefined>> {
    const { targetRef, agentRef, credentials } = options;
    const [target] = await this.#entities.get({
      scope: agentRef,
      refs: [targetRef],
      read: async entityRefs => {
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs },
          { credentials },
        );
        return items;
      },
    });
    return target;
  }

  /** How the target lies in relation to the agent; as old as the oldest entity on the way. */
  async surroundings(options: {
    agent: Entity;
    target: Entity;
  }): Promise<Fresh<Surroundings>> {
    const { agent, target } = options;
    const key = `${agent.metadata.etag} ${stringifyEntityRef(agent)} ${
      target.metadata.etag
    } ${stringifyEntityRef(target)}`;
    return this.#surroundings.getDated(key, async () => {
      let readAt = this.#now();
      const value = await walkTopology({
        agent,
        target,
        ...this.#topology,
        load: async refs => {
          const loaded = await this.#around(refs);
          for (const entity of loaded) {
            readAt = entity.readAt < readAt ? entity.readAt : readAt;
          }
          return loaded.map(entity => entity.value);
        },
      });
      return { value, readAt };
    });
  }

  async #around(refs: string[]): Promise<Array<Fresh<Entity | undefined>>> {
    return this.#entities.get({
      scope: PORTAL,
      refs,
      read: async entityRefs => {
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs, fields: ['kind', 'metadata', 'relations'] },
          { credentials: await this.#auth.getOwnServiceCredentials() },
        );
        return items;
      },
    });
  }
}
