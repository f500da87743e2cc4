import { InputError } from '@backstage/errors';
import {
  MAX_COUNT,
  MAX_INTERVAL,
  MAX_RULE_LENGTH,
  MAX_STARTS_A_DAY,
} from './bounds';

/** The parts of an RRULE by name, in the order of the text. */
export type RuleParts = Map<string, string>;

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];
const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';

/** What each part may hold; a list is a list of these. */
const PARTS: Record<string, (value: string) => string | undefined> = {
  FREQ: value =>
    FREQUENCIES.includes(value)
      ? undefined
      : `must be one of ${FREQUENCIES.join(
          ', ',
        )}; a freeze that comes more often would be one without end`,
  INTERVAL: value =>
    numbers(value, { min: 1, max: MAX_INTERVAL, single: true }),
  COUNT: value => numbers(value, { min: 1, max: MAX_COUNT, single: true }),
  UNTIL: value =>
    /^\d{8}(T\d{6}Z?)?$/.test(value)
      ? undefined
      : 'must be a date or a moment such as 20261231 or 20261231T230000Z',
  BYMONTH: value => numbers(value, { min: 1, max: 12 }),
  BYMONTHDAY: value => numbers(value, { min: 1, max: 31, signed: true }),
  BYYEARDAY: value => numbers(value, { min: 1, max: 366, signed: true }),
  BYWEEKNO: value => numbers(value, { min: 1, max: 53, signed: true }),
  BYDAY: value =>
    new RegExp(
      `^([+-]?\\d{1,2})?${WEEKDAY}(,([+-]?\\d{1,2})?${WEEKDAY})*$`,
    ).test(value)
      ? undefined
      : 'must be weekdays such as MO,WE or -1FR',
  BYHOUR: value => numbers(value, { min: 0, max: 23 }),
  BYMINUTE: value => numbers(value, { min: 0, max: 59 }),
  BYSETPOS: value => numbers(value, { min: 1, max: 366, signed: true }),
  WKST: value =>
    new RegExp(`^${WEEKDAY}$`).test(value)
      ? undefined
      : 'must be a weekday such as MO',
};

/**
 * Takes an RRULE apart, and refuses every part that is unknown, given twice, or out of range: what a reader skips,
 * another reads, and then they mean different times.
 *
 * @throws InputError naming the field and the part
 */
export function parseRuleParts(rule: unknown, field: string): RuleParts {
  if (typeof rule !== 'string' || rule.length > MAX_RULE_LENGTH) {
    throw new InputError(
      `${field}: must be a recurrence rule of at most ${MAX_RULE_LENGTH} characters, such as FREQ=WEEKLY;BYDAY=FR`,
    );
  }
  const parts: RuleParts = new Map();
  for (const text of rule
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';')) {
    const [name, value, ...more] = text.toLocaleUpperCase('en-US').split('=');
    if (!value || more.length > 0) {
      throw new InputError(
        `${field}: every part must be a name and a value such as FREQ=WEEKLY, and one is '${text}'`,
      );
    }
    const refuse = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (!refuse) {
      throw new InputError(
        `${field}: ${name} is not supported; supported are ${Object.keys(
          PARTS,
        ).join(', ')}`,
      );
    }
    if (parts.has(name)) {
      throw new InputError(`${field}: ${name} is given twice`);
    }
    const problem = refuse(value);
    if (problem) {
      throw new InputError(`${field}: ${name} ${problem}`);
    }
    parts.set(name, value);
  }
  assertWhole(parts, field);
  return parts;
}

function assertWhole(parts: RuleParts, field: string): void {
  if (!parts.has('FREQ')) {
    throw new InputError(`${field}: FREQ is missing`);
  }
  if (parts.has('COUNT') && parts.has('UNTIL')) {
    throw new InputError(`${field}: COUNT and UNTIL must not both be given`);
  }
  const starts = startsADay(parts);
  if (starts > MAX_STARTS_A_DAY) {
    throw new InputError(
      `${field}: BYHOUR and BYMINUTE make ${starts} starts a day, and at most ${MAX_STARTS_A_DAY} are allowed`,
    );
  }
}

/** On a day that has any. */
export function startsADay(parts: RuleParts): number {
  return lengthOf(parts, 'BYHOUR') * lengthOf(parts, 'BYMINUTE');
}

function lengthOf(parts: RuleParts, name: string): number {
  return parts.get(name)?.split(',').length ?? 1;
}

/** The rule again, without some of its parts. */
export function writeRule(parts: RuleParts, without: string[] = []): string {
  return [...parts]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

function numbers(
  value: string,
  options: { min: number; max: number; signed?: boolean; single?: boolean },
): string | undefined {
  const { min, max, signed, single } = options;
  const given = value.split(',');
  const isRight = (text: string) => {
    const number = Number(text);
    const size = signed ? Math.abs(number) : number;
    return /^[+-]?\d{1,6}$/.test(text) && size >= min && size <= max;
  };
  if (given.every(isRight) && (!single || given.length === 1)) {
    return undefined;
  }
  const range = `${min} to ${max}${signed ? ', or counted from the end' : ''}`;
  return single
    ? `must be a number from ${range}`
    : `must be numbers from ${range}`;
}
