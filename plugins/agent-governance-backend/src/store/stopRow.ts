import {
  StopApproval,
  StopScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
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
  revision: number;
  released_at: string | null;
}

/** Table `stop_approval`. */
export interface StopApprovalRow {
  id: string;
  stop_id: string;
  stop_revision: number;
  person_ref: string;
  standing: string;
  comment: string | null;
  approved_at: string;
}

export function fromStopRow(row: StopRow): StoredStop {
  return {
    id: row.id,
    scope: {
      kind: row.scope_kind,
      ...(row.scope_ref !== null && { ref: row.scope_ref }),
      ...(row.scope_on !== null && { on: row.scope_on }),
    },
    reason: row.reason,
    pulledBy: row.pulled_by,
    pulledAt: row.pulled_at,
    quorum: row.quorum,
    revision: row.revision,
    ...(row.released_at !== null && { releasedAt: row.released_at }),
  };
}

export function fromApprovalRow(row: StopApprovalRow): StopApproval {
  return {
    id: row.id,
    approvedBy: row.person_ref,
    ...(row.comment !== null && { comment: row.comment }),
    approvedAt: row.approved_at,
  };
}
