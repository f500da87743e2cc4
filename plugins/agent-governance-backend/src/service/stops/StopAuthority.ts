import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { describeStopScope } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { readEntities } from '../../facts/readEntities';
import { ownerOf } from '../../facts/relations';
import { GovernanceConfig } from '../../GovernanceConfig';
import { PersonCaller } from '../Caller';
import { EntityVisibility, PeopleDirectory } from '../types';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  people: PeopleDirectory;
  visibility: EntityVisibility;
  actions: Pick<ActionRegistry, 'get'>;
  config: Pick<GovernanceConfig, 'admins'>;
}

/** Whether somebody may pull or release a stop, and through what. */
export interface StopStanding {
  allowed: boolean;
  because: string;
  /** The group or person they have it through; absent when they have none. */
  via?: string;
}

/**
 * Decides who may pull a stop, and whose agreement counts for its release: who owns what it brakes, and platform
 * administrators anything.
 *
 * A stop of an agent confined to an entity belongs to the entity's owner: it is their brake against the agent, and
 * whoever owns the agent may not lift it. Owners are read with the plugin's own credentials, people through relations,
 * anew each time.
 */
export class StopAuthority {
  readonly #options: Options;

  static create(options: Options) {
    return new StopAuthority(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when something in the scope does not exist, or is hidden from a person without standing;
   *   ServiceUnavailableError when standing cannot be established
   */
  async judge(scope: StopScope, caller: PersonCaller): Promise<StopStanding> {
    const entities = await this.#read(scope);
    const missing = refsIn(scope).find(ref => !entities.has(ref));
    const standing = await this.#standing(scope, {
      person: caller.ref,
      owner: this.#ownerIn(scope, entities),
    });
    if (missing !== undefined) {
      throw notFound(missing);
    }
    if (!standing.allowed) {
      await this.#assertVisible(scope, caller);
    }
    return standing;
  }

  /**
   * Through what a person has standing over a stop that exists. What it is about may be gone from the catalog by
   * now: then administrators remain.
   *
   * @throws ServiceUnavailableError when that cannot be established
   */
  async standing(scope: StopScope, personRef: string): Promise<StopStanding> {
    const owner = this.#ownerIn(scope, await this.#read(scope));
    return this.#standing(scope, { person: personRef, owner });
  }

  /** How many people have standing over a scope at this moment, each counted once. */
  async countEligible(scope: StopScope): Promise<number> {
    const owner = this.#ownerIn(scope, await this.#read(scope));
    const members = await Promise.all(
      this.#refsWithAuthority(owner).map(ref =>
        this.#options.people.membersOf(ref),
      ),
    );
    return new Set(members.flat()).size;
  }

  async #standing(
    scope: StopScope,
    { person, owner }: { person: string; owner: string | undefined },
  ): Promise<StopStanding> {
    const { people } = this.#options;
    const what = describeStopScope(scope);
    const standing = await people.standing(
      person,
      this.#refsWithAuthority(owner),
    );
    if (standing) {
      const role =
        standing.ownerRef === owner
          ? `${owner} may stop ${what}`
          : `${standing.ownerRef} administers the portal`;
      return {
        allowed: true,
        because: `${role}, and you belong to it through ${standing.via}`,
        via: standing.via,
      };
    }
    return {
      allowed: false,
      because: owner
        ? `Only ${owner} and platform administrators may do this to ${what}`
        : `Only platform administrators may do this to ${what}`,
    };
  }

  #refsWithAuthority(owner: string | undefined): string[] {
    return [
      ...(owner === undefined ? [] : [owner]),
      ...this.#options.config.admins,
    ];
  }

  #ownerIn(
    { kind, ref, on }: StopScope,
    entities: Awaited<ReturnType<typeof readEntities>>,
  ): string | undefined {
    switch (kind) {
      case 'everything':
        return undefined;
      case 'action':
        return this.#options.actions.get(ref!)?.owner;
      default: {
        const entity = entities.get(on ?? ref!);
        return entity && ownerOf(entity);
      }
    }
  }

  async #read(scope: StopScope) {
    return readEntities({ ...this.#options, refs: refsIn(scope) });
  }

  /** Nobody learns of an entity by being told that they may not stop it. */
  async #assertVisible(scope: StopScope, caller: PersonCaller): Promise<void> {
    const refs = refsIn(scope);
    const readable = await this.#options.visibility.readable(refs, caller);
    const hidden = refs.find(ref => !readable.has(ref));
    if (hidden !== undefined) {
      throw notFound(hidden);
    }
  }
}

/** The entities a scope names. */
function refsIn({ kind, ref, on }: StopScope): string[] {
  return [
    ...(kind === 'agent' || kind === 'target' ? [ref!] : []),
    ...(on === undefined ? [] : [on]),
  ];
}

function notFound(ref: string): NotFoundError {
  return new NotFoundError(`${ref} does not exist, or you may not read it`);
}
