import { InputError } from '@backstage/errors';
import {
  CreateFreezeInput,
  FreezeRecurrence,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezePeriod, periodOf } from '../../facts/freezes/periodOf';
import { parseRecurrence } from '../../facts/freezes/recurrence/parseRecurrence';
import { parseInstant } from '../input/parseInstant';

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * When nothing may change: from a moment until another, or as often as a recurrence says.
 *
 * @throws InputError naming the field
 */
export function parseFreezeTimes(
  input: Pick<CreateFreezeInput, 'from' | 'to' | 'recurrence'>,
  now: Date,
): FreezePeriod {
  const { from, to, recurrence } = input;
  if (recurrence === undefined) {
    return parsePeriod({ from, to }, { now, maxDays: MAX_DAYS });
  }
  if (from !== undefined || to !== undefined) {
    throw new InputError(
      'recurrence: says when the freeze begins and ends; leave out from and to',
    );
  }
  return parseRecurring(recurrence, now);
}

/**
 * A period that is not over, in UTC with milliseconds.
 *
 * @throws InputError naming the field
 */
export function parsePeriod(
  input: { from?: string; to?: string },
  options: { now: Date; maxDays: number },
): { from: string; to: string } {
  const { now, maxDays } = options;
  const from = parseInstant(input.from, 'from');
  const to = parseInstant(input.to, 'to');
  if (to <= from) {
    throw new InputError('to: must be after from');
  }
  if (to <= now) {
    throw new InputError('to: must be in the future');
  }
  if (to.getTime() - from.getTime() > maxDays * DAY_MS) {
    throw new InputError(`to: must be at most ${maxDays} days after from`);
  }
  return { from: from.toISOString(), to: to.toISOString() };
}

/** @throws InputError naming the field; also when the last occurrence is over */
function parseRecurring(input: FreezeRecurrence, now: Date): FreezePeriod {
  const period = periodOf(parseRecurrence(input));
  if (period.to !== undefined && period.to <= now.toISOString()) {
    throw new InputError(
      `recurrence.rule: its last occurrence was over at ${period.to}`,
    );
  }
  return period;
}
