import { FreezeExceptionScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredFreezeException } from './FreezeStore';
import { toText } from './freezeRow';

/** Table `freeze_exception`. */
export interface FreezeExceptionRow {
  id: string;
  freeze_id: string;
  scope: string;
  from_at: string;
  to_at: string;
  reason: string;
  requested_by: string;
  state: string;
  approved_by: string;
  required: number;
  ended_by: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
  created_at: string;
}

export const EXCEPTION_COLUMNS: Array<keyof FreezeExceptionRow> = [
  'id',
  'freeze_id',
  'scope',
  'from_at',
  'to_at',
  'reason',
  'requested_by',
  'state',
  'approved_by',
  'required',
  'ended_by',
  'revision',
  'created_at',
];

export function toExceptionRow(
  exception: StoredFreezeException,
): FreezeExceptionRow {
  return {
    id: exception.id,
    freeze_id: exception.freezeId,
    scope: toText(exception.scope),
    from_at: exception.from,
    to_at: exception.to,
    reason: exception.reason,
    requested_by: exception.requestedBy,
    state: exception.state,
    approved_by: JSON.stringify(exception.approvedBy),
    required: exception.required,
    ended_by: exception.endedBy ?? null,
    revision: exception.revision,
    created_at: exception.createdAt,
  };
}

export function fromExceptionRow(
  row: FreezeExceptionRow,
): StoredFreezeException {
  return {
    id: row.id,
    freezeId: row.freeze_id,
    scope: JSON.parse(row.scope) as FreezeExceptionScope,
    from: row.from_at,
    to: row.to_at,
    reason: row.reason,
    requestedBy: row.requested_by,
    state: row.state as StoredFreezeException['state'],
    approvedBy: JSON.parse(row.approved_by) as string[],
    required: row.required,
    ...(row.ended_by && { endedBy: row.ended_by }),
    revision: Number(row.revision),
    createdAt: row.created_at,
  };
}
