import {
  FreezeRecurrence,
  FreezeScope,
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EndAgreement, StoredFreeze } from './FreezeStore';

/** Stands for "never": later than any moment that can be sent. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/** Table `freeze`. */
export interface FreezeRow {
  id: string;
  scope: string;
  scope_entity_ref: string | null;
  from_at: string;
  to_at: string;
  recurrence: string | null;
  reason: string;
  owner_ref: string;
  created_by: string;
  calendar_id: string | null;
  event_uid: string | null;
  event_recurrence_id: string | null;
  event_digest: string | null;
  end_agreements: string | null;
  ended_at: string | null;
  ended_by: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
  created_at: string;
}

export function toFreezeRow(freeze: StoredFreeze): FreezeRow {
  const { scope, recurrence, origin, endAgreements } = freeze;
  return {
    id: freeze.id,
    scope: toText(scope),
    scope_entity_ref: scope.entityRef ?? null,
    from_at: freeze.from,
    to_at: freeze.to ?? END_OF_TIME,
    recurrence: recurrence ? toText(recurrence) : null,
    reason: freeze.reason,
    owner_ref: freeze.owner,
    created_by: freeze.createdBy,
    calendar_id: origin?.calendar ?? null,
    event_uid: origin?.uid ?? null,
    event_recurrence_id: origin?.recurrenceId ?? null,
    event_digest: freeze.eventDigest ?? null,
    end_agreements: endAgreements ? JSON.stringify(endAgreements) : null,
    ended_at: freeze.endedAt ?? null,
    ended_by: freeze.endedBy ?? null,
    revision: freeze.revision,
    created_at: freeze.createdAt,
  };
}

export function fromFreezeRow(row: FreezeRow): StoredFreeze {
  return {
    id: row.id,
    scope: JSON.parse(row.scope) as FreezeScope,
    from: row.from_at,
    ...(row.to_at !== END_OF_TIME && { to: row.to_at }),
    ...(row.recurrence && {
      recurrence: JSON.parse(row.recurrence) as FreezeRecurrence,
    }),
    reason: row.reason,
    owner: row.owner_ref,
    createdBy: row.created_by,
    ...(row.event_uid && {
      origin: {
        ...(row.calendar_id && { calendar: row.calendar_id }),
        uid: row.event_uid,
        ...(row.event_recurrence_id && {
          recurrenceId: row.event_recurrence_id,
        }),
      },
    }),
    ...(row.event_digest && { eventDigest: row.event_digest }),
    ...(row.end_agreements && {
      endAgreements: JSON.parse(row.end_agreements) as EndAgreement[],
    }),
    ...(row.ended_at && { endedAt: row.ended_at }),
    ...(row.ended_by && { endedBy: row.ended_by }),
    revision: Number(row.revision),
    createdAt: row.created_at,
  };
}

/** The one spelling, so that the same is the same in the table too. */
export function toText(value: object): string {
  return canonicalJson(value as JsonObject);
}
