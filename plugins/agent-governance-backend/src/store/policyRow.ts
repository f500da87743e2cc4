import { StoredPolicy } from './PolicyStore';

/** Table `agent_policy`. */
export interface PolicyRow {
  policy_ref: string;
  state: string;
  standing: string | null;
  title: string;
  owner_ref: string | null;
  level: string | null;
  mode: string | null;
  text_digest: string | null;
  source_digest: string | null;
  held_scope: string | null;
  because: string;
  problems: string;
  checkpoints: string;
  origin_location: string | null;
  entity_uid: string | null;
  source_url: string | null;
  pending: string | null;
  pending_state: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
  changed_at: string;
}

export function toPolicyRow(policy: StoredPolicy): PolicyRow {
  return {
    policy_ref: policy.ref,
    state: policy.state,
    standing: policy.standing ?? null,
    title: policy.title,
    owner_ref: policy.owner ?? null,
    level: policy.level ?? null,
    mode: policy.mode ?? null,
    text_digest: policy.textDigest ?? null,
    source_digest: policy.sourceDigest ?? null,
    held_scope: policy.heldScope ? JSON.stringify(policy.heldScope) : null,
    because: policy.because,
    problems: JSON.stringify(policy.problems),
    checkpoints: JSON.stringify(policy.checkpoints),
    origin_location: policy.originLocation ?? null,
    entity_uid: policy.entityUid ?? null,
    source_url: policy.sourceUrl ?? null,
    pending: policy.pending ? JSON.stringify(policy.pending) : null,
    pending_state: policy.pending?.state ?? null,
    revision: policy.revision,
    changed_at: policy.changedAt,
  };
}

export function fromPolicyRow(row: PolicyRow): StoredPolicy {
  return {
    ref: row.policy_ref,
    state: row.state as StoredPolicy['state'],
    ...(row.standing && {
      standing: row.standing as StoredPolicy['standing'],
    }),
    title: row.title,
    ...(row.owner_ref && { owner: row.owner_ref }),
    ...(row.level && { level: row.level as StoredPolicy['level'] }),
    ...(row.mode && { mode: row.mode as StoredPolicy['mode'] }),
    ...(row.text_digest && { textDigest: row.text_digest }),
    ...(row.source_digest && { sourceDigest: row.source_digest }),
    ...(row.held_scope && { heldScope: JSON.parse(row.held_scope) }),
    because: row.because,
    problems: JSON.parse(row.problems),
    checkpoints: JSON.parse(row.checkpoints),
    ...(row.origin_location && { originLocation: row.origin_location }),
    ...(row.entity_uid && { entityUid: row.entity_uid }),
    ...(row.source_url && { sourceUrl: row.source_url }),
    ...(row.pending && { pending: JSON.parse(row.pending) }),
    revision: Number(row.revision),
    changedAt: row.changed_at,
  };
}
