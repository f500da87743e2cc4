import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ContextFact,
  ContextReportInput,
  ContextSignOff,
  ContextSnapshot,
  SignOffInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Entity } from '@backstage/catalog-model';
import { Caller, PersonCaller, ServiceCaller } from '../Caller';
import { ContextReporter } from './ContextReporter';
import { ContextSigner } from './ContextSigner';
import { ContextSnapshots } from './ContextSnapshots';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { ContextService } from '../types';

interface Options {
  catalog: CatalogService;
  snapshots: ContextSnapshots;
  reporter: ContextReporter;
  signer: ContextSigner;
  now: () => Date;
}

/**
 * What is known about entities: sources state it, people vouch for it, agents quote it. Nobody
 * sees anything of an entity that they may not read in the catalog.
 */
export class DefaultContextService implements ContextService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultContextService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    options: { caller: Caller },
  ): Promise<ContextSnapshot> {
    const { caller } = options;
    const { snapshots } = this.#options;
    const entity = await this.#read(entityRef, caller);
    const now = this.#options.now();
    const snapshot = await snapshots.take(entity, { caller, now });
    switch (caller.kind) {
      case 'agent':
        return snapshots.keep(snapshot, { caller, now });
      case 'person':
        return {
          ...snapshot,
          facts: await this.#markSignable(snapshot.facts, { entity, caller }),
        };
      default:
        return snapshot;
    }
  }

  async report(
    input: ContextReportInput,
    options: { caller: ServiceCaller },
  ): Promise<{ accepted: number }> {
    return this.#options.reporter.report(input, options);
  }

  async signOff(
    entityRef: string,
    input: SignOffInput,
    options: { caller: PersonCaller },
  ): Promise<ContextSignOff> {
    const entity = await this.#read(entityRef, options.caller);
    return this.#options.signer.signOff(entity, input, options);
  }

  /** Deletes snapshots that nobody needs any more; for the scheduler. */
  async sweep(now: Date): Promise<number> {
    return this.#options.snapshots.sweep(now);
  }

  async #markSignable(
    facts: ContextFact[],
    options: { entity: Entity; caller: PersonCaller },
  ): Promise<ContextFact[]> {
    const signable = await this.#options.signer.signable({
      personRef: options.caller.ref,
      entity: options.entity,
      factTypes: facts
        .filter(fact => fact.digest !== undefined)
        .map(fact => fact.factType),
    });
    return facts.map(fact => ({
      ...fact,
      maySignOff: signable.has(fact.factType),
    }));
  }

  async #read(entityRef: string, caller: Caller): Promise<Entity> {
    return readEntityAs({
      catalog: this.#options.catalog,
      ref: parseRef(entityRef, 'entity'),
      credentials: caller.credentials,
    });
  }
}
