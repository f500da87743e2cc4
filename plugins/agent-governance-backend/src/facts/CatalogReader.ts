import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Fresh, FreshCache } from './FreshCache';
import { Surroundings, walkTopology } from './walkTopology';

/** How old a catalog fact may be when something is decided on it. */
const MAX_AGE_MS = 5_000;

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
  readonly #targets: FreshCache<Entity | undefined>;
  readonly #surroundings: FreshCache<Surroundings>;

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
    this.#targets = FreshCache.create(cache);
    this.#surroundings = FreshCache.create(cache);
  }

  /** The target as this agent may see it; `undefined` when it does not exist or is hidden from it. */
  async target(options: {
    targetRef: string;
    agentRef: string;
    credentials: BackstageCredentials;
  }): Promise<Fresh<Entity | undefined>> {
    const { targetRef, agentRef, credentials } = options;
    return this.#targets.get(`${agentRef} ${targetRef}`, () =>
      this.#catalog.getEntityByRef(targetRef, { credentials }),
    );
  }

  /** How the target lies in relation to the agent. */
  async surroundings(options: {
    agent: Entity;
    target: Entity;
  }): Promise<Fresh<Surroundings>> {
    const { agent, target } = options;
    const key = `${agent.metadata.etag} ${stringifyEntityRef(agent)} ${
      target.metadata.etag
    } ${stringifyEntityRef(target)}`;
    return this.#surroundings.get(key, async () => {
      const credentials = await this.#auth.getOwnServiceCredentials();
      return walkTopology({
        agent,
        target,
        ...this.#topology,
        load: async refs => {
          const { items } = await this.#catalog.getEntitiesByRefs(
            { entityRefs: refs, fields: ['kind', 'metadata', 'relations'] },
            { credentials },
          );
          return items;
        },
      });
    });
  }
}
