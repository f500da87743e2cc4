import { Knex } from 'knex';
import {
  AssertionRow,
  SignOffRow,
  SnapshotRow,
  toClaim,
  toSignOff,
  toSnapshot,
} from './contextRows';
import {
  ContextStore,
  ReportedFact,
  StoredClaim,
  StoredSignOff,
  StoredSnapshot,
} from './ContextStore';
import { recordReport } from './operations/recordReport';
import { recordSignOff } from './operations/recordSignOff';

/** Sign-offs of one entity that are looked at; older ones have long been renewed. */
const MAX_SIGN_OFFS = 500;
/** Snapshots deleted by one statement. */
const SWEEP_BATCH = 1_000;

/** Context in the plugin's database. */
export class DatabaseContextStore implements ContextStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseContextStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async report(options: {
    source: string;
    subject: string;
    facts: ReportedFact[];
    now: Date;
  }): Promise<number> {
    return this.#knex.transaction(tx => recordReport(tx, options));
  }

  async signOff(signOff: StoredSignOff): Promise<boolean> {
    return this.#knex.transaction(tx => recordSignOff(tx, signOff));
  }

  async claims(options: {
    entityRef: string;
    factTypes?: string[];
  }): Promise<StoredClaim[]> {
    const query = this.#knex('context_current as current')
      .join('context_assertion as said', 'said.id', 'current.assertion_id')
      .where('current.entity_ref', options.entityRef)
      .orderBy(['current.fact_type', 'current.source_id']);
    if (options.factTypes) {
      query.whereIn('current.fact_type', options.factTypes);
    }
    const rows: AssertionRow[] = await query.select('said.*');
    return rows.map(toClaim);
  }

  async signOffs(options: {
    entityRef: string;
    factTypes?: string[];
  }): Promise<StoredSignOff[]> {
    const query = this.#knex<SignOffRow>('context_sign_off')
      .where({ entity_ref: options.entityRef })
      .orderBy([
        { column: 'signed_off_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(MAX_SIGN_OFFS);
    if (options.factTypes) {
      query.whereIn('fact_type', options.factTypes);
    }
    return (await query).map(toSignOff);
  }

  async saveSnapshot(snapshot: StoredSnapshot): Promise<void> {
    const row: SnapshotRow = {
      id: snapshot.id,
      agent_ref: snapshot.agentRef,
      entity_ref: snapshot.entityRef,
      digest: snapshot.digest,
      content: snapshot.content,
      taken_at: snapshot.takenAt,
      expires_at: snapshot.expiresAt,
    };
    await this.#knex('context_snapshot').insert(row);
  }

  async snapshot(id: string): Promise<StoredSnapshot | undefined> {
    const row = await this.#knex<SnapshotRow>('context_snapshot')
      .where({ id })
      .first();
    return row && toSnapshot(row);
  }

  async deleteSnapshots(options: { expiredBefore: Date }): Promise<number> {
    const before = options.expiredBefore.toISOString();
    let total = 0;
    for (let deleted = SWEEP_BATCH; deleted === SWEEP_BATCH; total += deleted) {
      const old = this.#knex('context_snapshot')
        .where('expires_at', '<', before)
        .limit(SWEEP_BATCH)
        .select('id');
      deleted = await this.#knex('context_snapshot')
        .whereIn('id', old)
        .delete();
    }
    return total;
  }
}
