import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import { Recurrence } from './recurrence/Recurrence';

/** When a freeze is in force, as it is kept. */
export interface FreezePeriod {
  /** The first start. */
  from: string;
  /** The last end; absent when it comes back for ever. */
  to?: string;
  recurrence?: FreezeRecurrence;
}

/** From when until when a recurrence has occurrences. */
export function periodOf(recurrence: FreezeRecurrence): FreezePeriod {
  const compiled = Recurrence.create(recurrence);
  const [first] = compiled.next(new Date(0), 1);
  const last = compiled.last();
  return {
    from: first.from,
    ...(last && { to: last.to }),
    recurrence,
  };
}
