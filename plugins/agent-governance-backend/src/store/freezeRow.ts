import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredFreeze } from './FreezeStore';

/** Table `freeze`. */
export interface FreezeRow {
  id: string;
  scope_entity_ref: string | null;
  scope_environment: string | null;
  from_at: string;
  to_at: string;
  reason: string;
  owner_ref: string;
  created_by: string;
  ended_at: string | null;
  ended_by: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
  created_at: string;
}

export function toFreezeRow(freeze: StoredFreeze): FreezeRow {
  return {
    id: freeze.id,
    scope_entity_ref: freeze.scope.entityRef ?? null,
    scope_environment: freeze.scope.environment ?? null,
    from_at: freeze.from,
    to_at: freeze.to,
    reason: freeze.reason,
    owner_ref: freeze.owner,
    created_by: freeze.createdBy,
    ended_at: freeze.endedAt ?? null,
    ended_by: freeze.endedBy ?? null,
    revision: freeze.revision,
    created_at: freeze.createdAt,
  };
}

export function fromFreezeRow(row: FreezeRow): StoredFreeze {
  const scope: FreezeScope = {
    ...(row.scope_entity_ref && { entityRef: row.scope_entity_ref }),
    ...(row.scope_environment && { environment: row.scope_environment }),
  };
  return {
    id: row.id,
    scope,
    from: row.from_at,
    to: row.to_at,
    reason: row.reason,
    owner: row.owner_ref,
    createdBy: row.created_by,
    ...(row.ended_at && { endedAt: row.ended_at }),
    ...(row.ended_by && { endedBy: row.ended_by }),
    revision: Number(row.revision),
    createdAt: row.created_at,
  };
}
