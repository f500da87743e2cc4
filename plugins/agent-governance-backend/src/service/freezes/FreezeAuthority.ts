import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { ownerOf } from '../../facts/relations';
import { GovernanceConfig } from '../../GovernanceConfig';
import { PersonCaller } from '../Caller';
import { readEntityAs } from '../readEntityAs';
import { PeopleDirectory } from '../types';

interface Options {
  people: PeopleDirectory;
  catalog: CatalogService;
  config: Pick<GovernanceConfig, 'environments' | 'admins'>;
}

/**
 * Decides who may set and end freezes: the owner of the entity they are about, the owner of the
 * environment where they are about a whole environment, and platform administrators anywhere.
 */
export class FreezeAuthority {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeAuthority(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the person may not read the entity; ServiceUnavailableError when
   *   standing cannot be established
   */
  async judge(
    scope: FreezeScope,
    caller: PersonCaller,
  ): Promise<{ allowed: boolean; because: string }> {
    const entity = await this.#read(scope, caller);
    return this.#judge(scope, { caller, entity });
  }

  /**
   * What somebody may not read, or is gone from the catalog, they may end only as an
   * administrator.
   *
   * @throws NotAllowedError; NotFoundError where the person may not even see it
   */
  async assertMayEnd(scope: FreezeScope, caller: PersonCaller): Promise<void> {
    let entity: Entity | undefined;
    let hidden = false;
    try {
      entity = await this.#read(scope, caller);
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
      hidden = true;
    }
    const { allowed, because } = await this.#judge(scope, { caller, entity });
    if (!allowed) {
      throw hidden
        ? new NotFoundError('There is no such freeze')
        : new NotAllowedError(because);
    }
  }

  async #judge(
    scope: FreezeScope,
    options: { caller: PersonCaller; entity?: Entity },
  ): Promise<{ allowed: boolean; because: string }> {
    const { people, config } = this.#options;
    const what = scope.entityRef ?? scope.environment ?? 'everything';
    const owner = this.#ownerOf(scope, options.entity);
    const standing = await people.standing(options.caller.ref, [
      ...(owner === undefined ? [] : [owner]),
      ...config.admins,
    ]);
    if (standing) {
      const role =
        standing.ownerRef === owner
          ? `${owner} answers for ${what}`
          : `${standing.ownerRef} administers the portal`;
      return {
        allowed: true,
        because: `${role}, and you belong to it through ${standing.via}`,
      };
    }
    return {
      allowed: false,
      because: owner
        ? `Only ${owner}, who answers for ${what}, and platform administrators may do this`
        : `Nobody answers for ${what}, so only platform administrators may do this`,
    };
  }

  #ownerOf(scope: FreezeScope, entity?: Entity): string | undefined {
    if (scope.entityRef !== undefined) {
      return entity && ownerOf(entity);
    }
    return this.#options.config.environments.find(
      ({ name }) => name === scope.environment,
    )?.owner;
  }

  async #read(
    scope: FreezeScope,
    caller: PersonCaller,
  ): Promise<Entity | undefined> {
    return scope.entityRef === undefined
      ? undefined
      : readEntityAs({
          catalog: this.#options.catalog,
          ref: scope.entityRef,
          credentials: caller.credentials,
        });
  }
}
