import {
  Freeze,
  FreezeAgenda,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { CalendarDate } from '@internationalized/date';
import { startOf } from './monthOf';

/** A freeze on one day. */
export interface FreezeOnDay {
  freeze: Freeze;
  /** ISO 8601: of the occurrence. */
  from: string;
  to: string;
  beginsHere: boolean;
  endsHere: boolean;
}

/** What is in force at any time of a day; several occurrences of one freeze count once. */
export function placeFreezes(
  agenda: FreezeAgenda,
  day: CalendarDate,
  zone: string,
): FreezeOnDay[] {
  const begins = Date.parse(startOf(day, zone));
  const ends = Date.parse(startOf(day.add({ days: 1 }), zone));
  const byFreeze = new Map<string, FreezeOnDay>();
  for (const { freezeId, from, to } of agenda.occurrences) {
    const freeze = agenda.freezes.find(({ id }) => id === freezeId);
    const [start, end] = [Date.parse(from), Date.parse(to)];
    if (freeze && start < ends && begins < end) {
      const earlier = byFreeze.get(freezeId);
      byFreeze.set(freezeId, {
        freeze,
        from: earlier?.from ?? from,
        to,
        beginsHere: (earlier?.beginsHere ?? true) && start >= begins,
        endsHere: end <= ends,
      });
    }
  }
  return [...byFreeze.values()];
}
