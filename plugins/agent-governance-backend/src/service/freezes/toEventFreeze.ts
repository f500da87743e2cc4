import { createHash } from 'node:crypto';
import {
  FreezeScope,
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { CalendarEvent } from '../../facts/freezes/calendar/parseCalendar';
import { StoredFreeze } from '../../store/FreezeStore';

const EVENT_DOMAIN = 'agentgov.freeze-event.v1';

/** What the freezes that come from one calendar have in common. */
export interface EventFreezes {
  /** Id of the configured calendar; absent for a file. */
  calendar?: string;
  scope: FreezeScope;
  owner: string;
  createdBy: string;
  now: Date;
}

/** The freeze an event stands for; none where it freezes nothing. */
export function toEventFreeze(
  event: CalendarEvent,
  made: EventFreezes,
): StoredFreeze | undefined {
  const { uid, recurrenceId, title, period } = event;
  if (!period || uid === undefined) {
    return undefined;
  }
  const { calendar, scope, owner, createdBy, now } = made;
  return {
    id: uuidv7({ msecs: now.getTime() }),
    scope,
    ...period,
    reason: title,
    owner,
    createdBy,
    origin: {
      ...(calendar !== undefined && { calendar }),
      uid,
      ...(recurrenceId !== undefined && { recurrenceId }),
    },
    eventDigest: digestOf({ scope, owner, title, ...period }),
    revision: 1,
    createdAt: now.toISOString(),
  };
}

function digestOf(content: object): string {
  return createHash('sha256')
    .update(`${EVENT_DOMAIN}\0${canonicalJson(content as JsonObject)}`)
    .digest('hex');
}
