import {
  Facts,
  WEEKDAYS,
  known,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { DateTime } from 'luxon';

/** What time it is, and what that is called in the portal's time zone. */
export function timeFacts(now: Date, zone: string): Facts['time'] {
  const there = DateTime.fromJSDate(now, { zone });
  return {
    now: known(now.toISOString(), 'clock'),
    weekday: known(WEEKDAYS[there.weekday - 1], 'clock'),
    hour: known(there.hour, 'clock'),
    zone: known(zone, 'config'),
  };
}
