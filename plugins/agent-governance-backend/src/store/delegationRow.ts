import { StoredDelegation } from './DelegationStore';

/** Table `delegation`. */
export interface DelegationRow {
  id: string;
  agent_ref: string;
  granted_by: string;
  actions: string;
  targets: string | null;
  environments: string | null;
  reason: string;
  until_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
  created_at: string;
}

export function toDelegationRow(delegation: StoredDelegation): DelegationRow {
  const { targets, environments } = delegation;
  return {
    id: delegation.id,
    agent_ref: delegation.agentRef,
    granted_by: delegation.grantedBy,
    actions: JSON.stringify(delegation.actions),
    targets: targets ? JSON.stringify(targets) : null,
    environments: environments ? JSON.stringify(environments) : null,
    reason: delegation.reason,
    until_at: delegation.until,
    revoked_at: delegation.revokedAt ?? null,
    revoked_by: delegation.revokedBy ?? null,
    created_at: delegation.createdAt,
  };
}

export function fromDelegationRow(row: DelegationRow): StoredDelegation {
  return {
    id: row.id,
    agentRef: row.agent_ref,
    grantedBy: row.granted_by,
    actions: JSON.parse(row.actions),
    ...(row.targets !== null && { targets: JSON.parse(row.targets) }),
    ...(row.environments !== null && {
      environments: JSON.parse(row.environments),
    }),
    reason: row.reason,
    until: row.until_at,
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.revoked_by !== null && { revokedBy: row.revoked_by }),
    createdAt: row.created_at,
  };
}
