import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredFreeze } from '../../store/FreezeStore';
import { FreezeTimes } from './FreezeTimes';
import { describeRecurrence } from './recurrence/describeRecurrence';
import { validAgreements } from './validAgreements';

/** A freeze as it is at a moment. */
export function toFreeze(
  stored: StoredFreeze,
  options: { times: FreezeTimes; required: number; now: Date },
): Freeze {
  const { times, required, now } = options;
  const { recurrence, endAgreements, eventDigest, ...freeze } = stored;
  const agreedBy = validAgreements(stored, now).map(({ person }) => person);
  return {
    ...freeze,
    ...times.standing(stored, now),
    ...(recurrence && {
      recurrence: { ...recurrence, words: describe(recurrence) },
    }),
    ...(freeze.endedAt === undefined &&
      agreedBy.length > 0 && { ending: { agreedBy, required } }),
  };
}

function describe(recurrence: NonNullable<StoredFreeze['recurrence']>) {
  try {
    return describeRecurrence(recurrence);
  } catch {
    return recurrence.rule;
  }
}
