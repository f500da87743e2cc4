import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { ownerOf } from '../../facts/relations';
import { readEntities } from '../../facts/readEntities';
import { GovernanceConfig } from '../../GovernanceConfig';
import { PersonCaller } from '../Caller';
import { readEntityAs } from '../readEntityAs';
import { PeopleDirectory } from '../types';

interface Options {
  auth: AuthService;
  people: PeopleDirectory;
  catalog: CatalogService;
  config: Pick<GovernanceConfig, 'environments' | 'admins'>;
}

/** Whether somebody may, and why or why not. */
export interface Judgement {
  allowed: boolean;
  because: string;
}

/**
 * Decides who has standing over freezes: the owner of the entity they are about; where they name none, whoever answers
 * for every environment they are about; and platform administrators anywhere.
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
  async judge(scope: FreezeScope, caller: PersonCaller): Promise<Judgement> {
    const entity = await this.#read(scope, caller);
    return this.#judge(scope, { person: caller.ref, entity });
  }

  /**
   * What somebody may not read, or is gone from the catalog, they may change only as an administrator.
   *
   * @throws NotAllowedError; NotFoundError where the person may not even see it
   */
  async assertMay(scope: FreezeScope, caller: PersonCaller): Promise<void> {
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
    const { allowed, because } = await this.#judge(scope, {
      person: caller.ref,
      entity,
    });
    if (!allowed) {
      throw hidden
        ? new NotFoundError('There is no such freeze')
        : new NotAllowedError(because);
    }
  }

  /** Those of these people who have standing now, asked with the plugin's own credentials. */
  async stillStanding(scope: FreezeScope, people: string[]): Promise<string[]> {
    if (people.length === 0) {
      return [];
    }
    const { entityRef } = scope;
    const entities = await readEntities({
      ...this.#options,
      refs: entityRef === undefined ? [] : [entityRef],
    });
    const entity =
      entityRef === undefined ? undefined : entities.get(entityRef);
    const judged = await Promise.all(
      people.map(person => this.#judge(scope, { person, entity })),
    );
    return people.filter((_, index) => judged[index].allowed);
  }

  async #judge(
    scope: FreezeScope,
    options: { person: string; entity?: Entity },
  ): Promise<Judgement> {
    const { people, config } = this.#options;
    const { person, entity } = options;
    const admin = await people.standing(person, config.admins);
    if (admin) {
      return {
        allowed: true,
        because: `${admin.ownerRef} administers the portal, and you belong to it through ${admin.via}`,
      };
    }
    const reasons: string[] = [];
    for (const { what, owner } of this.#answering(scope, entity)) {
      const standing = owner && (await people.standing(person, [owner]));
      if (!standing) {
        return { allowed: false, because: refusal(what, owner) };
      }
      reasons.push(
        `${owner} answers for ${what}, and you belong to it through ${standing.via}`,
      );
    }
    return { allowed: true, because: reasons.join('; ') };
  }

  /** Everything somebody must answer for to have standing; never nothing. */
  #answering(
    scope: FreezeScope,
    entity?: Entity,
  ): Array<{ what: string; owner?: string }> {
    const { entityRef, environments } = scope;
    if (entityRef !== undefined) {
      return [{ what: entityRef, owner: entity && ownerOf(entity) }];
    }
    return environments?.length
      ? environments.map(what => ({
          what,
          owner: this.#options.config.environments.find(
            ({ name }) => name === what,
          )?.owner,
        }))
      : [{ what: 'all environments' }];
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

function refusal(what: string, owner: string | undefined): string {
  return owner
    ? `Only ${owner}, who answers for ${what}, and platform administrators may do this`
    : `Nobody answers for ${what}, so only platform administrators may do this`;
}
