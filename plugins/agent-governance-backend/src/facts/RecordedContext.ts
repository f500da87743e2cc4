import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ContextFact,
  ContextFactValue,
  QuotedContextValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ContextStore, StoredSnapshot } from '../store/ContextStore';
import { findDifferences } from './context/findDifferences';
import { ContextReader } from './ContextReader';
import { ContextSource } from './sources';

/** Context as it was reported to the portal and signed off there, read from the database each time. */
export class RecordedContext implements ContextSource {
  readonly #store: ContextStore;
  readonly #reader: ContextReader;

  static create(options: { store: ContextStore; reader: ContextReader }) {
    return new RecordedContext(options);
  }

  private constructor(options: { store: ContextStore; reader: ContextReader }) {
    this.#store = options.store;
    this.#reader = options.reader;
  }

  async measure(options: {
    target: Entity;
    factTypes: string[];
    now: Date;
  }): Promise<ContextFactValue[]> {
    const { target, factTypes, now } = options;
    if (factTypes.length === 0) {
      return [];
    }
    const facts = await this.#reader.read({ entity: target, factTypes, now });
    return facts.map(toFactValue);
  }

  /**
   * A value that changed is a mismatch even when the snapshot has expired as well: it says more,
   * and it is the stricter answer. A snapshot that is not this agent's, or not of this target, is
   * as good as none.
   */
  async compareQuoted(options: {
    agentRef: string;
    target: Entity;
    snapshotId: string | undefined;
    now: Date;
    quotedAt?: Date;
  }): Promise<QuotedContextValue> {
    const { agentRef, target, snapshotId, now, quotedAt = now } = options;
    if (snapshotId === undefined) {
      return { result: 'none' };
    }
    const snapshot = await this.#find({
      agentRef,
      targetRef: stringifyEntityRef(target),
      snapshotId,
    });
    if (!snapshot) {
      return { result: 'none', snapshotId };
    }
    const { facts } = JSON.parse(snapshot.content) as { facts: ContextFact[] };
    const current = await this.#reader.readValues({ entity: target, now });
    const differences = findDifferences(facts, current);
    if (differences.length > 0) {
      return { result: 'mismatch', snapshotId, differences };
    }
    const isExpired = quotedAt.toISOString() >= snapshot.expiresAt;
    return { result: isExpired ? 'expired' : 'matches', snapshotId };
  }

  /**
   * Refuses a snapshot that this agent did not fetch of this target.
   *
   * @throws NotFoundError, the same for another agent's as for one that never was
   */
  async assertQuotable(options: {
    agentRef: string;
    targetRef: string;
    snapshotId: string;
  }): Promise<void> {
    if (!(await this.#find(options))) {
      throw new NotFoundError(
        `Unknown context snapshot: fetch the context of ${options.targetRef} and quote the id it came with`,
      );
    }
  }

  async #find(options: {
    agentRef: string;
    targetRef: string;
    snapshotId: string;
  }): Promise<StoredSnapshot | undefined> {
    const snapshot = await this.#store.snapshot(options.snapshotId);
    return snapshot?.agentRef === options.agentRef &&
      snapshot.entityRef === options.targetRef
      ? snapshot
      : undefined;
  }
}

function toFactValue(fact: ContextFact): ContextFactValue {
  const { factType, freshness, digest, verifiedAt, ageSeconds } = fact;
  const { warnAfterSeconds, errorAfterSeconds, signOffBy } =
    fact.standard ?? {};
  return {
    factType,
    freshness,
    ...(digest !== undefined && { digest }),
    ...(verifiedAt !== undefined && { verifiedAt }),
    ...(ageSeconds !== undefined && { ageSeconds }),
    ...(warnAfterSeconds !== undefined && { warnAfterSeconds }),
    ...(errorAfterSeconds !== undefined && { errorAfterSeconds }),
    ...(signOffBy !== undefined && { signOffBy }),
    ...(fact.signOff?.valid && { signedOffBy: fact.signOff.personRef }),
  };
}
