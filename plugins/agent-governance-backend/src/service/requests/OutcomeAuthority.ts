import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ReconciliationStanding } from '@agentgov/backstage-plugin-agent-governance-common';
import { readEntities } from '../../facts/readEntities';
import { ownerOf } from '../../facts/relations';
import { GovernanceConfig } from '../../GovernanceConfig';
import { notCounted } from '../../store/notCounted';
import { ActionRequestRow } from '../../store/rows';
import { PeopleDirectory } from '../types';

/** Whether somebody may say what came of a request, and through what. */
export type OutcomeStanding =
  | {
      allowed: true;
      because: string;
      standing: ReconciliationStanding;
      via: string;
    }
  | { allowed: false; because: string };

/**
 * Decides who may say what came of an action nobody can tell about: who owns its target, and platform administrators.
 *
 * Never those on whose behalf it was asked for, or who started its run: to say that it did not happen is to let it be
 * done again, and that is theirs to gain (invariant 6). Owners are read with the plugin's own credentials, people through
 * relations, anew each time.
 */
export class OutcomeAuthority {
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PeopleDirectory;
    config: Pick<GovernanceConfig, 'admins'>;
  };

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PeopleDirectory;
    config: Pick<GovernanceConfig, 'admins'>;
  }) {
    return new OutcomeAuthority(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PeopleDirectory;
    config: Pick<GovernanceConfig, 'admins'>;
  }) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError when that cannot be established */
  async standingOf(
    personRef: string,
    request: ActionRequestRow,
  ): Promise<OutcomeStanding> {
    const { people, config } = this.#options;
    if (notCounted(request).includes(personRef)) {
      return {
        allowed: false,
        because:
          'It is done on your behalf, or in a run you started: somebody else has to say what came of it',
      };
    }
    const owner = await this.#ownerOf(request.target_ref);
    const found = await people.standing(personRef, [
      ...(owner === undefined ? [] : [owner]),
      ...config.admins,
    ]);
    if (!found) {
      return { allowed: false, because: refusal(request.target_ref, owner) };
    }
    const { ownerRef, via } = found;
    const isOwner = ownerRef === owner;
    return {
      allowed: true,
      because: isOwner
        ? `${owner} owns ${request.target_ref}, and you belong to it through ${via}`
        : `${ownerRef} administers the portal, and you belong to it through ${via}`,
      standing: isOwner ? 'target-owner' : 'platform-admin',
      via,
    };
  }

  /** `undefined` where the target is gone, or nobody owns it: then administrators remain. */
  async #ownerOf(targetRef: string): Promise<string | undefined> {
    const entities = await readEntities({
      ...this.#options,
      refs: [targetRef],
    });
    const target = entities.get(targetRef);
    return target && ownerOf(target);
  }
}

function refusal(targetRef: string, owner: string | undefined): string {
  return owner
    ? `Only ${owner}, who owns ${targetRef}, and platform administrators may say what came of it`
    : `Nobody answers for ${targetRef}, so only platform administrators may say what came of it`;
}
