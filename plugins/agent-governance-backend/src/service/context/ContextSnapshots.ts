import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ContextFact,
  ContextSnapshot,
  MASKED_ENTITY_REF,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { ContextReader } from '../../facts/ContextReader';
import { digestSnapshot } from '../../facts/context/digestSnapshot';
import { FreezesAhead } from '../../facts/freezes/FreezesAhead';
import { ContextStore } from '../../store/ContextStore';
import { AgentCaller, Caller } from '../Caller';
import { EntityVisibility } from '../types';

const DAY_MS = 86_400_000;
const FREEZES_AHEAD_MS = 7 * DAY_MS;
/** Requests show what was quoted for a while after it stopped being quotable. */
const KEEP_EXPIRED_MS = 30 * DAY_MS;

interface Options {
  store: ContextStore;
  freezes: FreezesAhead;
  reader: ContextReader;
  visibility: EntityVisibility;
  snapshotTtlMs: number;
  /** Whether an action on entities of this kind requires the fact. */
  isRequired: (factType: string, kind: string) => boolean;
}

/** Takes snapshots of what is known about an entity, and keeps those that agents may quote. */
export class ContextSnapshots {
  readonly #options: Options;

  static create(options: Options) {
    return new ContextSnapshots(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What holds now, for somebody who may read the entity. */
  async take(
    entity: Entity,
    options: { caller: Caller; now: Date },
  ): Promise<ContextSnapshot> {
    const { now } = options;
    const entityRef = stringifyEntityRef(entity);
    const known = await this.#options.reader.read({ entity, now });
    // what nobody stated is shown where an action would miss it, and is noise everywhere else
    const facts = known.filter(
      fact =>
        fact.source !== 'none' ||
        this.#options.isRequired(fact.factType, entity.kind),
    );
    return {
      entityRef,
      digest: digestSnapshot(entityRef, facts),
      takenAt: now.toISOString(),
      facts,
      freezes: await this.#freezesOver(entity, options),
    };
  }

  /** Keeps a snapshot under an id that only this agent may quote, for this entity. */
  async keep(
    snapshot: ContextSnapshot,
    options: { caller: AgentCaller; now: Date },
  ): Promise<ContextSnapshot> {
    const { caller, now } = options;
    const { store, snapshotTtlMs } = this.#options;
    const id = uuidv7({ msecs: now.getTime() });
    const expiresAt = new Date(now.getTime() + snapshotTtlMs).toISOString();
    await store.saveSnapshot({
      id,
      agentRef: caller.ref,
      entityRef: snapshot.entityRef,
      digest: snapshot.digest,
      content: canonicalJson({
        facts: snapshot.facts.map(toQuoted),
        freezes: snapshot.freezes,
      }),
      takenAt: snapshot.takenAt,
      expiresAt,
    });
    return { ...snapshot, id, expiresAt };
  }

  /** @returns how many snapshots were deleted because they expired long ago */
  async sweep(now: Date): Promise<number> {
    return this.#options.store.deleteSnapshots({
      expiredBefore: new Date(now.getTime() - KEEP_EXPIRED_MS),
    });
  }

  /** In force, or about to be; the name of an entity around it that may not be read goes. */
  async #freezesOver(
    entity: Entity,
    options: { caller: Caller; now: Date },
  ): Promise<ContextSnapshot['freezes']> {
    const { caller, now } = options;
    const { freezes, visibility } = this.#options;
    const ahead = await freezes.over(entity, {
      now,
      until: new Date(now.getTime() + FREEZES_AHEAD_MS),
    });
    const named = new Set(ahead.flatMap(({ scope }) => scope.entityRef ?? []));
    const own = stringifyEntityRef(entity);
    named.delete(own);
    const readable =
      named.size > 0
        ? await visibility.readable([...named], caller)
        : new Set<string>();
    return ahead.map(freeze => {
      const { scope } = freeze;
      return scope.entityRef &&
        scope.entityRef !== own &&
        !readable.has(scope.entityRef)
        ? { ...freeze, scope: { ...scope, entityRef: MASKED_ENTITY_REF } }
        : freeze;
    });
  }
}

/** What of a fact is compared, and shown as what the agent saw. */
function toQuoted(fact: ContextFact) {
  const { factType, value, digest, source, observedAt, freshness } = fact;
  return {
    factType,
    ...(value !== undefined && { value }),
    ...(digest !== undefined && { digest }),
    source,
    ...(observedAt !== undefined && { observedAt }),
    freshness,
  };
}
