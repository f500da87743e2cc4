import { InputError } from '@backstage/errors';
import { parseInstant } from '../input/parseInstant';

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * From when until when nothing may change; in UTC with milliseconds.
 *
 * @throws InputError naming the field
 */
export function parseFreezePeriod(
  input: { from: string; to: string },
  now: Date,
): { from: string; to: string } {
  const from = parseInstant(input.from, 'from');
  const to = parseInstant(input.to, 'to');
  if (to <= from) {
    throw new InputError('to: must be after from');
  }
  if (to <= now) {
    throw new InputError('to: must be in the future');
  }
  if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS) {
    throw new InputError(`to: must be at most ${MAX_DAYS} days after from`);
  }
  return { from: from.toISOString(), to: to.toISOString() };
}
