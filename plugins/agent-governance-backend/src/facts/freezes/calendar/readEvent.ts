import { Temporal } from '@js-temporal/polyfill';
import { InputError } from '@backstage/errors';
import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import ICAL from 'ical.js';
import { endOf } from '../recurrence/wallClock';
import {
  EventTime,
  ZoneNames,
  inZone,
  readTimes,
  toEndMs,
  toInstantMs,
} from './EventTime';
import { EventLines, valueOf } from './splitEvents';

const MAX_TITLE = 500;
const MAX_UID = 255;
/** Controls, halves of characters, and what turns the direction of the text around it. */
const UNSHOWABLE = /\p{C}|[\u2028\u2029]/gu;

/** Who an event is, even where what it says cannot be read. */
export interface EventIdentity {
  uid?: string;
  title: string;
  isCancelled: boolean;
}

/** What an event says about time. */
export interface EventContent {
  /** In the zone and spelling of its own start. */
  recurrenceId?: EventTime;
  start: EventTime;
  /** When the first occurrence is over, in milliseconds. */
  endMs: number;
  /** Without what other events replace. */
  recurrence?: FreezeRecurrence;
}

/** @throws InputError saying what is wrong with it */
export function readIdentity(lines: EventLines): EventIdentity {
  const find = (name: string) =>
    lines.map(line => valueOf(line, name)).find(value => value !== undefined);
  const title = (find('SUMMARY') ?? '')
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,])/g, '$1')
    .replace(UNSHOWABLE, ' ')
    .trim()
    .slice(0, MAX_TITLE);
  const uid = find('UID');
  return {
    ...(uid && uid.length <= MAX_UID && { uid }),
    title: title || 'Without a title',
    isCancelled: find('STATUS')?.toLocaleUpperCase('en-US') === 'CANCELLED',
  };
}

/** @throws InputError saying what is wrong with it */
export function readContent(lines: EventLines, zones: ZoneNames): EventContent {
  const rules = lines.flatMap(line => valueOf(line, 'RRULE') ?? []);
  const event = parseEvent(lines.filter(line => !/^RRULE[;:]/i.test(line)));
  const start = one(event, 'dtstart', zones);
  if (!start) {
    throw new InputError('DTSTART is missing');
  }
  for (const name of ['RDATE', 'EXRULE']) {
    if (event.getFirstProperty(name.toLocaleLowerCase('en-US'))) {
      throw new InputError(`${name} is not supported`);
    }
  }
  if (rules.length > 1) {
    throw new InputError('there must be at most one RRULE');
  }
  const recurrenceId = readRecurrenceId(event, zones);
  const end = one(event, 'dtend', zones);
  const duration = readDuration(event, { start, end });
  const endMs = end ? toEndMs(end) : endOf(start.wall, duration, start.zone);
  if (endMs <= toInstantMs(start)) {
    throw new InputError('it has no length: DTEND must be after DTSTART');
  }
  const exdates = event
    .getAllProperties('exdate')
    .flatMap(property => readTimes(property, zones))
    .map(time => writeExdate(time, start));
  return {
    start,
    endMs,
    ...(recurrenceId && { recurrenceId }),
    ...(rules.length === 1 && {
      recurrence: {
        rule: rules[0],
        start: start.wall.toString(),
        duration: duration.toString(),
        zone: start.zone,
        ...(exdates.length > 0 && { exdates }),
      },
    }),
  };
}

/** A start as it is left out of a recurrence that began at another. */
export function writeExdate(time: EventTime, start: EventTime): string {
  const wall = inZone(time, start.zone);
  return time.isDate && !start.isDate
    ? wall.toPlainDate().toString()
    : wall.toString();
}

function parseEvent(lines: string[]): ICAL.Component {
  const text = ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
  try {
    return new ICAL.Component(
      ICAL.parse(text) as [string, unknown[], unknown[]],
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`it cannot be read: ${reason.slice(0, 200)}`);
  }
}

function one(
  event: ICAL.Component,
  name: string,
  zones: ZoneNames,
): EventTime | undefined {
  const properties = event.getAllProperties(name);
  if (properties.length > 1) {
    throw new InputError(
      `${name.toLocaleUpperCase('en-US')} must be given once`,
    );
  }
  return properties.length === 1
    ? readTimes(properties[0], zones)[0]
    : undefined;
}

function readRecurrenceId(
  event: ICAL.Component,
  zones: ZoneNames,
): EventTime | undefined {
  const property = event.getFirstProperty('recurrence-id');
  if (property?.getFirstParameter('range')) {
    throw new InputError(
      'RECURRENCE-ID with RANGE is not supported: write the rest as an event of its own',
    );
  }
  return one(event, 'recurrence-id', zones);
}

/** Days on the calendar for whole days; what passes between two moments; or what is written. */
function readDuration(
  event: ICAL.Component,
  options: { start: EventTime; end?: EventTime },
): Temporal.Duration {
  const { start, end } = options;
  const written = event.getFirstPropertyValue('duration');
  if (end && written) {
    throw new InputError('DTEND and DURATION must not both be given');
  }
  if (written) {
    return Temporal.Duration.from(String(written));
  }
  if (end && end.isDate !== start.isDate) {
    throw new InputError(
      'DTSTART and DTEND must both be dates or both moments',
    );
  }
  if (start.isDate) {
    const days = end ? start.wall.until(end.wall).total('days') : 1;
    return Temporal.Duration.from({ days });
  }
  if (!end) {
    throw new InputError('it has no length: DTEND is missing');
  }
  return Temporal.Duration.from({
    seconds: Math.round((toInstantMs(end) - toInstantMs(start)) / 1_000),
  }).round({ largestUnit: 'hours' });
}
