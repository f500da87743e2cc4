import { StoredClaim, StoredSignOff, StoredSnapshot } from './ContextStore';

/** Table `context_assertion`. */
export interface AssertionRow {
  id: string;
  entity_ref: string;
  fact_type: string;
  value: string;
  digest: string;
  source_id: string;
  source_revision: string | null;
  observed_at: string;
  acquired_at: string;
}

/** Table `context_sign_off`. */
export interface SignOffRow {
  id: string;
  entity_ref: string;
  fact_type: string;
  digest: string;
  person_ref: string;
  standing: string;
  comment: string | null;
  signed_off_at: string;
  lapsed_at: string | null;
}

/** Table `context_snapshot`. */
export interface SnapshotRow {
  id: string;
  agent_ref: string;
  entity_ref: string;
  digest: string;
  content: string;
  taken_at: string;
  expires_at: string;
}

export function toClaim(row: AssertionRow): StoredClaim {
  return {
    assertionId: row.id,
    factType: row.fact_type,
    source: row.source_id,
    value: JSON.parse(row.value),
    digest: row.digest,
    ...(row.source_revision && { sourceRevision: row.source_revision }),
    observedAt: row.observed_at,
    acquiredAt: row.acquired_at,
  };
}

export function toSignOff(row: SignOffRow): StoredSignOff {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    factType: row.fact_type,
    digest: row.digest,
    personRef: row.person_ref,
    standing: row.standing,
    ...(row.comment && { comment: row.comment }),
    signedOffAt: row.signed_off_at,
    ...(row.lapsed_at && { lapsedAt: row.lapsed_at }),
  };
}

export function toSnapshot(row: SnapshotRow): StoredSnapshot {
  return {
    id: row.id,
    agentRef: row.agent_ref,
    entityRef: row.entity_ref,
    digest: row.digest,
    content: row.content,
    takenAt: row.taken_at,
    expiresAt: row.expires_at,
  };
}
