import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';

const WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A moment that somebody sent, in UTC with milliseconds. Without an offset it would be another
 * moment for each reader, so it is refused; so is a date that does not exist.
 *
 * @throws InputError naming the field
 */
export function parseInstant(value: unknown, field: string): Date {
  const isWritten = typeof value === 'string' && WITH_OFFSET.test(value);
  const instant = isWritten
    ? DateTime.fromISO(value, { zone: 'utc' })
    : undefined;
  if (!instant?.isValid || instant.year < 1 || instant.year > 9999) {
    throw new InputError(
      `${field}: must be a moment in ISO 8601 with an offset, such as 2026-11-20T12:00:00Z`,
    );
  }
  return instant.toJSDate();
}
