import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { withDeadline } from '@agentgov/backstage-plugin-agent-governance-node';
import { Fresh, FreshCache } from './FreshCache';
import { FreshEntities } from './FreshEntities';
import { relatedRefs } from './relations';
import { GroupsAbove, climbGroups } from './climbGroups';
import { tierOf } from './entityMarks';
import { Surroundings, surroundingsOf } from './surroundingsOf';

/** How old a catalog fact may be when something is decided on it. */
const MAX_AGE_MS = 5_000;
/** As whom entities are read that only say how others lie to each other. */
const PORTAL = 'portal';
/** How long the catalog may take before what was asked of it counts as not answered. */
const DEADLINE_MS = 5_000;

interface CatalogReaderOptions {
  auth: AuthService;
  catalog: CatalogService;
  topology: { maxDepth: number; maxNodes: number };
  /** Those that are configured, highest first. */
  tiers: string[];
  now: () => Date;
  /** For tests. */
  deadlineMs?: number;
}

/**
 * What the gatherer reads in the catalog, at most five seconds old and with its age known.
 *
 * Whether an agent may *read* a target is asked with that agent's credentials and remembered
 * for that agent alone.
 */
export class CatalogReader {
  readonly #options: CatalogReaderOptions;
  readonly #deadlineMs: number;
  /** As each agent, what it may see; as the portal, what lies around. */
  readonly #entities: FreshEntities;
  readonly #surroundings: FreshCache<Surroundings>;
  readonly #groups: FreshCache<GroupsAbove>;

  static create(options: CatalogReaderOptions) {
    return new CatalogReader(options);
  }

  private constructor(options: CatalogReaderOptions) {
    const cache = { ttlMs: MAX_AGE_MS, capacity: 5_000, now: options.now };
    this.#options = options;
    this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS;
    this.#entities = FreshEntities.create(cache);
    this.#surroundings = FreshCache.create(cache);
    this.#groups = FreshCache.create(cache);
  }

  /**
   * The target as this agent may see it; `undefined` when it does not exist or is hidden from it.
   *
   * @throws ServiceUnavailableError when the catalog takes too long; whatever else it throws
   */
  async target(options: {
    targetRef: string;
    agentRef: string;
    credentials: BackstageCredentials;
  }): Promise<Fresh<Entity | undefined>> {
    const { targetRef, agentRef, credentials } = options;
    const [target] = await this.#entities.get({
      scope: agentRef,
      refs: [targetRef],
      read: entityRefs =>
        withDeadline(this.#deadlineMs, async () => {
          const { items } = await this.#options.catalog.getEntitiesByRefs(
            { entityRefs },
            { credentials },
          );
          return items;
        }),
    });
    return target;
  }

  /** Whether a person exists: a `User` entity of that full ref is in the catalog. */
  async isPerson(ref: string): Promise<boolean> {
    const [person] = await this.#around([ref]);
    return ref.startsWith('user:') && person.value !== undefined;
  }

  /** Every group a person is in, and every group above those; as old as the oldest entity on the way. */
  async groupsOf(personRef: string): Promise<Fresh<GroupsAbove>> {
    return this.#groups.getDated(personRef, () =>
      this.#walk(async load => {
        const [person] = await load([personRef]);
        return person
          ? climbGroups({
              groups: relatedRefs(person, RELATION_MEMBER_OF),
              load,
            })
          : { state: 'unknown', because: 'The person is not in the catalog' };
      }),
    );
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
    const { topology, tiers } = this.#options;
    return this.#surroundings.getDated(key, () =>
      this.#walk(load =>
        surroundingsOf({
          agent,
          target,
          ...topology,
          tierOf: entity => tierOf(entity, tiers),
          load,
        }),
      ),
    );
  }

  /** What a walk finds is as old as the oldest entity on its way, and found in time or not at all. */
  async #walk<T>(
    walk: (
      load: (refs: string[]) => Promise<Array<Entity | undefined>>,
    ) => Promise<T>,
  ): Promise<Fresh<T>> {
    let readAt = this.#options.now();
    const value = await withDeadline(this.#deadlineMs, () =>
      walk(async refs => {
        const loaded = await this.#around(refs);
        for (const entity of loaded) {
          readAt = entity.readAt < readAt ? entity.readAt : readAt;
        }
        return loaded.map(entity => entity.value);
      }),
    );
    return { value, readAt };
  }

  async #around(refs: string[]): Promise<Array<Fresh<Entity | undefined>>> {
    return this.#entities.get({
      scope: PORTAL,
      refs,
      read: entityRefs =>
        withDeadline(this.#deadlineMs, async () => {
          const { auth, catalog } = this.#options;
          const { items } = await catalog.getEntitiesByRefs(
            { entityRefs, fields: ['kind', 'metadata', 'relations'] },
            { credentials: await auth.getOwnServiceCredentials() },
          );
          return items;
        }),
    });
  }
}
