import { Temporal } from '@js-temporal/polyfill';
import { InputError } from '@backstage/errors';
import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  MAX_AT_ONCE,
  MAX_DURATION_DAYS,
  MAX_EXDATES,
  MAX_PERIODS,
} from './bounds';
import { Recurrence } from './Recurrence';
import { parseRuleParts, startsADay, writeRule } from './RuleParts';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MAX_ZONE_LENGTH = 64;

/**
 * A recurrence as somebody wrote it, in the one spelling it is kept in.
 *
 * @param field - the name of the field that holds it, for errors
 * @throws InputError naming the field: what cannot be read, what is out of bounds, and what never comes back
 */
export function parseRecurrence(
  input: FreezeRecurrence,
  field = 'recurrence',
): FreezeRecurrence {
  const start = parseLocal(input.start, `${field}.start`);
  const parts = parseRuleParts(input.rule, `${field}.rule`);
  const recurrence: FreezeRecurrence = {
    rule: writeRule(parts),
    start: start.toString(),
    duration: parseDuration(input.duration, {
      field: `${field}.duration`,
      start,
      startsADay: startsADay(parts),
    }),
    zone: parseZone(input.zone, `${field}.zone`),
    ...(input.exdates?.length && {
      exdates: parseExdates(input.exdates, `${field}.exdates`),
    }),
  };
  assertComesBack(recurrence, `${field}.rule`);
  return recurrence;
}

function parseLocal(value: unknown, field: string): Temporal.PlainDateTime {
  const local =
    typeof value === 'string' && LOCAL.test(value)
      ? attempt(() =>
          Temporal.PlainDateTime.from(value, { overflow: 'reject' }),
        )
      : undefined;
  if (!local || local.year < 1970 || local.year > 2200) {
    throw new InputError(
      `${field}: must be a moment on the wall clock between 1970 and 2200, without offset, such as 2026-11-20T16:00`,
    );
  }
  return local;
}

function parseDuration(
  value: unknown,
  options: {
    field: string;
    start: Temporal.PlainDateTime;
    startsADay: number;
  },
): string {
  const maxDays = Math.min(
    MAX_DURATION_DAYS,
    Math.floor(MAX_AT_ONCE / options.startsADay),
  );
  const duration =
    typeof value === 'string' && value.length <= 40
      ? attempt(() => Temporal.Duration.from(value))
      : undefined;
  const inDays =
    duration &&
    attempt(() => duration.total({ unit: 'days', relativeTo: options.start }));
  if (
    !duration ||
    !inDays ||
    duration.sign < 1 ||
    inDays < 1 / 1440 ||
    inDays > maxDays
  ) {
    throw new InputError(
      `${options.field}: must be an ISO 8601 duration from a minute to ${maxDays} days, such as PT8H`,
    );
  }
  return duration.toString();
}

/**
 * The name of a zone whose rules are known here. Offsets are no zones: they do not know when clocks change.
 *
 * @throws InputError naming the field
 */
export function parseZone(value: unknown, field: string): string {
  const isName =
    typeof value === 'string' &&
    value.length <= MAX_ZONE_LENGTH &&
    /^[A-Za-z]/.test(value);
  const zone = isName
    ? attempt(
        () =>
          Temporal.PlainDate.from('2026-01-01').toZonedDateTime(value)
            .timeZoneId,
      )
    : undefined;
  if (zone === undefined) {
    throw new InputError(
      `${field}: must be the IANA name of a time zone, such as Europe/Berlin`,
    );
  }
  return zone;
}

function parseExdates(values: unknown[], field: string): string[] {
  if (values.length > MAX_EXDATES) {
    throw new InputError(`${field}: must be at most ${MAX_EXDATES}`);
  }
  const parsed = values.map((value, index) => {
    const isDate = typeof value === 'string' && DATE.test(value);
    const date = isDate
      ? attempt(() => Temporal.PlainDate.from(value, { overflow: 'reject' }))
      : undefined;
    return (date ?? parseLocal(value, `${field}[${index}]`)).toString();
  });
  return [...new Set(parsed)].sort();
}

/** What is set to recur and does not is a mistake; what cannot be searched would be one later. */
function assertComesBack(recurrence: FreezeRecurrence, field: string): void {
  let compiled: Recurrence;
  let comesBack: boolean;
  try {
    compiled = Recurrence.create(recurrence);
    const start = new Date(Date.UTC(1969, 0));
    comesBack = !compiled.isEndless() || compiled.next(start, 2).length === 2;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      /iterations|candidate/i.test(reason)
        ? `${field}: does not come back within ${MAX_PERIODS} periods`
        : `${field}: ${reason}`,
    );
  }
  if (!comesBack) {
    throw new InputError(`${field}: never comes back; it would happen once`);
  }
  if (!compiled.isEndless() && !compiled.last()) {
    throw new InputError(`${field}: leaves no occurrence`);
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
