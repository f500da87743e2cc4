import {
  Freeze,
  FreezeAgenda,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { CalendarDate } from '@internationalized/date';
import { startOf } from './monthOf';

/** A freeze on one day. */
export interface FreezeOnDay {
  freeze: Freeze;
  /** Of this occurrence: one that comes back is over on one day and planned on another. */
  state: Freeze['state'];
  /** ISO 8601: of the occurrence. */
  from: string;
  to: string;
  beginsHere: boolean;
  endsHere: boolean;
}

const ORDER: ReadonlyArray<Freeze['state']> = [
  'in-force',
  'planned',
  'over',
  'ended-early',
];

/** What is in force at any time of a day; several occurrences of one freeze count once. */
export function placeFreezes(
  agenda: FreezeAgenda,
  day: CalendarDate,
  options: { zone: string; now: number },
): FreezeOnDay[] {
  const { zone, now } = options;
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
        state: stateOf(freeze, { start, end, now }),
        from: earlier?.from ?? from,
        to,
        beginsHere: (earlier?.beginsHere ?? true) && start >= begins,
        endsHere: end <= ends,
      });
    }
  }
  // what matters now comes first, where not everything fits
  return [...byFreeze.values()].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state),
  );
}

function stateOf(
  freeze: Freeze,
  { start, end, now }: { start: number; end: number; now: number },
): Freeze['state'] {
  if (freeze.state === 'ended-early') {
    return freeze.state;
  }
  if (end <= now) {
    return 'over';
  }
  return start <= now ? 'in-force' : 'planned';
}
