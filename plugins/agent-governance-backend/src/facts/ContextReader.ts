import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ContextFact,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig } from '../GovernanceConfig';
import { PeopleDirectory } from '../service/types';
import { ContextStore, StoredSignOff } from '../store/ContextStore';
import { assembleFact } from './context/assembleFact';
import { catalogClaims } from './context/catalogClaims';
import { judgeSignOff } from './context/judgeSignOff';
import { ClaimResolution, resolveClaims } from './context/resolveClaims';
import { ownerOf } from './relations';

const CATALOG_TITLES: Record<string, string> = {
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  system: 'System',
};

/**
 * Puts together what is known about an entity: what the catalog and other sources say now, and
 * which sign-offs still count, with the signers' standing asked anew.
 */
export class ContextReader {
  readonly #store: ContextStore;
  readonly #people: PeopleDirectory;
  readonly #standards: Map<string, ContextStandard>;
  readonly #clockSkewMs: number;

  static create(options: {
    store: ContextStore;
    people: PeopleDirectory;
    config: GovernanceConfig['context'];
  }) {
    return new ContextReader(options);
  }

  private constructor(options: {
    store: ContextStore;
    people: PeopleDirectory;
    config: GovernanceConfig['context'];
  }) {
    this.#store = options.store;
    this.#people = options.people;
    this.#clockSkewMs = options.config.clockSkewMs;
    this.#standards = new Map(
      options.config.standards.map(standard => [standard.factType, standard]),
    );
  }

  /** How good a fact type must be, where that was set. */
  standardOf(factType: string): ContextStandard | undefined {
    return this.#standards.get(factType);
  }

  /** Owner refs that stand for who may sign off a fact type of an entity; empty when nobody may. */
  signersOf(factType: string, entity: Entity): string[] {
    const signOffBy = this.standardOf(factType)?.signOffBy;
    const ref = signOffBy === 'target-owner' ? ownerOf(entity) : signOffBy;
    return ref === undefined ? [] : [ref];
  }

  /**
   * The named fact types; without names, everything that is stated or that a standard asks for.
   *
   * @throws ServiceUnavailableError when a signer's standing cannot be established
   */
  async read(options: {
    entity: Entity;
    factTypes?: string[];
    now: Date;
  }): Promise<ContextFact[]> {
    const { entity, factTypes, now } = options;
    const entityRef = stringifyEntityRef(entity);
    const latest = this.#latest(now);
    const resolutions = await this.#resolve(options);
    const signOffs = await this.#store.signOffs({ entityRef, factTypes });
    const standing = await this.#standingOf(signOffs, { entity, resolutions });
    return [...resolutions].map(([factType, resolution]) => {
      const standard = this.standardOf(factType);
      const judged = signOffs
        .filter(signOff => signOff.factType === factType)
        .map(signOff =>
          judgeSignOff(signOff, {
            digest: digestOfResolution(resolution),
            standard,
            hasStanding: standing.has(signOff.id),
          }),
        );
      return assembleFact({
        entityRef,
        factType,
        title: standard?.title ?? CATALOG_TITLES[factType] ?? factType,
        resolution,
        standard,
        signOffs: judged,
        now,
        latest,
      });
    });
  }

  /** Later than this is the future, whatever a source's clock says. */
  #latest(now: Date): string {
    return new Date(now.getTime() + this.#clockSkewMs).toISOString();
  }

  async #resolve(options: {
    entity: Entity;
    factTypes?: string[];
    now: Date;
  }): Promise<Map<string, ClaimResolution>> {
    const { entity, factTypes, now } = options;
    const claims = [
      ...catalogClaims(entity, now),
      ...(await this.#store.claims({
        entityRef: stringifyEntityRef(entity),
        factTypes,
      })),
    ];
    const wanted = factTypes ?? [
      ...this.#standards.keys(),
      ...claims.map(claim => claim.factType),
    ];
    return new Map(
      [...new Set(wanted)].sort().map(factType => [
        factType,
        resolveClaims(
          claims.filter(claim => claim.factType === factType),
          this.#latest(now),
        ),
      ]),
    );
  }

  /** Ids of the sign-offs whose signers have standing now; asked only where it can matter. */
  async #standingOf(
    signOffs: StoredSignOff[],
    options: { entity: Entity; resolutions: Map<string, ClaimResolution> },
  ): Promise<Set<string>> {
    const open = signOffs.filter(({ factType, digest, lapsedAt }) => {
      const resolution = options.resolutions.get(factType);
      return (
        !lapsedAt && resolution && digest === digestOfResolution(resolution)
      );
    });
    const answers = new Map<string, Promise<unknown>>();
    const standing = await Promise.all(
      open.map(async ({ id, personRef, factType }) => {
        const signers = this.signersOf(factType, options.entity);
        const key = [personRef, ...signers].join(' ');
        const answer =
          answers.get(key) ?? this.#people.standing(personRef, signers);
        answers.set(key, answer);
        return (await answer) ? id : undefined;
      }),
    );
    return new Set(standing.filter((id): id is string => id !== undefined));
  }
}

function digestOfResolution(resolution: ClaimResolution): string | undefined {
  return resolution.state === 'agreed' ? resolution.claim.digest : undefined;
}
