import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ContextFact,
  ContextSignOff,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig } from '../GovernanceConfig';
import { PeopleDirectory } from '../service/types';
import { ContextStore } from '../store/ContextStore';
import { assembleFact } from './context/assembleFact';
import { catalogClaims } from './context/catalogClaims';
import { ClaimResolution, resolveClaims } from './context/resolveClaims';
import { judgeSignOffs } from './judgeSignOffs';
import { ownerOf } from './relations';

const CATALOG_TITLES: Record<string, string> = {
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  system: 'System',
};

interface Options {
  store: ContextStore;
  people: PeopleDirectory;
  config: GovernanceConfig['context'];
}

interface Query {
  entity: Entity;
  /** Without them, everything that is stated or that a standard asks for. */
  factTypes?: string[];
  now: Date;
}

/**
 * Puts together what is known about an entity: what the catalog and other sources say now, and
 * which sign-offs still count.
 */
export class ContextReader {
  readonly #options: Options;
  readonly #standards: Map<string, ContextStandard>;

  static create(options: Options) {
    return new ContextReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#standards = new Map(
      options.config.standards.map(standard => [standard.factType, standard]),
    );
  }

  /** Owner refs that stand for who may sign off a fact type of an entity; empty when nobody may. */
  signersOf(factType: string, entity: Entity): string[] {
    const signOffBy = this.#standards.get(factType)?.signOffBy;
    const ref = signOffBy === 'target-owner' ? ownerOf(entity) : signOffBy;
    return ref === undefined ? [] : [ref];
  }

  /** @throws ServiceUnavailableError when a signer's standing cannot be established */
  async read(query: Query): Promise<ContextFact[]> {
    const { entity, factTypes } = query;
    const resolutions = await this.#resolve(query);
    const signOffs = await this.#options.store.signOffs({
      entityRef: stringifyEntityRef(entity),
      factTypes,
    });
    const judged = await judgeSignOffs(signOffs, {
      people: this.#options.people,
      digestOf: factType => {
        const resolution = resolutions.get(factType);
        return resolution?.state === 'agreed'
          ? resolution.claim.digest
          : undefined;
      },
      standardOf: factType => this.#standards.get(factType),
      signersOf: factType => this.signersOf(factType, entity),
    });
    return this.#assemble(query, resolutions, judged);
  }

  /** The values alone: nobody is asked who vouches for them. */
  async readValues(query: Query): Promise<ContextFact[]> {
    return this.#assemble(query, await this.#resolve(query), []);
  }

  #assemble(
    { entity, now }: Query,
    resolutions: Map<string, ClaimResolution>,
    signOffs: ContextSignOff[],
  ): ContextFact[] {
    return [...resolutions].map(([factType, resolution]) => {
      const standard = this.#standards.get(factType);
      return assembleFact({
        entityRef: stringifyEntityRef(entity),
        factType,
        title: standard?.title ?? CATALOG_TITLES[factType] ?? factType,
        resolution,
        standard,
        signOffs: signOffs.filter(signOff => signOff.factType === factType),
        now,
        latest: this.#latest(now),
      });
    });
  }

  async #resolve(query: Query): Promise<Map<string, ClaimResolution>> {
    const { entity, factTypes, now } = query;
    const claims = [
      ...catalogClaims(entity, now),
      ...(await this.#options.store.claims({
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

  /** Later than this is the future, whatever a source's clock says. */
  #latest(now: Date): string {
    const { clockSkewMs } = this.#options.config;
    return new Date(now.getTime() + clockSkewMs).toISOString();
  }
}
