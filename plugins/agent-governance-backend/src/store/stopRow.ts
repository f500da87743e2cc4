import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredStop } from './StopStore';

/** Table `stop`. */
export interface StopRow {
  id: string;
  scope_kind: StopScope['kind'];
  scope_ref: string | null;
  scope_on: string | null;
  scope_key: string;
  reason: string;
  pulled_by: string;
  pulled_at: string;
  quorum: number;
  round: number;
  released_at: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
}

export function fromStopRow(row: StopRow): StoredStop {
  return {
    id: row.id,
    scope: {
      kind: row.scope_kind,
      ...(row.scope_ref && { ref: row.scope_ref }),
      ...(row.scope_on && { on: row.scope_on }),
    },
    reason: row.reason,
    pulledBy: row.pulled_by,
    pulledAt: row.pulled_at,
    quorum: row.quorum,
    round: row.round,
    ...(row.released_at && { releasedAt: row.released_at }),
    revision: Number(row.revision),
  };
}
