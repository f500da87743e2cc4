import { Temporal } from '@js-temporal/polyfill';
import { InputError } from '@backstage/errors';
import ICAL from 'ical.js';
import { parseZone } from '../recurrence/parseRecurrence';
import { atWall } from '../recurrence/wallClock';
import { WINDOWS_ZONES } from './windowsZones';

/** A moment as an event names it: on the wall of a zone, or a whole day there. */
export interface EventTime {
  wall: Temporal.PlainDateTime;
  zone: string;
  isDate: boolean;
}

/** What the file and whoever reads it say about zones. */
export interface ZoneNames {
  /** Of times that name none. */
  fallback: string;
  /** What zones of the file say they are, by TZID. */
  locations: Map<string, string>;
}

/**
 * Reads every moment of one property.
 *
 * @throws InputError naming the property
 */
export function readTimes(
  property: ICAL.Property,
  zones: ZoneNames,
): EventTime[] {
  const name = property.name.toLocaleUpperCase('en-US');
  const tzid = property.getFirstParameter('tzid');
  // as written: the library's own moments make the 30th of February the second of March
  const [, , type, ...written] = property.toJSON() as unknown[];
  return written.map(value => {
    const text = String(value);
    if (type !== 'date' && type !== 'date-time') {
      throw new InputError(`${name} must be a date or a moment`);
    }
    const isUtc = text.endsWith('Z');
    return {
      wall: toWall(text.replace(/Z$/, ''), name),
      isDate: type === 'date',
      zone: isUtc ? 'UTC' : resolveZone(tzid, zones),
    };
  });
}

function toWall(text: string, name: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    throw new InputError(`${name} is no moment that exists: ${text}`);
  }
}

/** The same moment on the wall of another zone; a day is that day everywhere. */
export function inZone(time: EventTime, zone: string): Temporal.PlainDateTime {
  return time.isDate || time.zone === zone
    ? time.wall
    : time.wall.toZonedDateTime(time.zone).withTimeZone(zone).toPlainDateTime();
}

/** When it is that moment. */
export function toInstantMs({ wall, zone }: EventTime): number {
  return atWall(wall, zone).epochMilliseconds;
}

/** When it is that moment for the last time: as an end, the later of two is meant. */
export function toEndMs({ wall, zone }: EventTime): number {
  return atWall(wall, zone, 'later').epochMilliseconds;
}

/**
 * The IANA zone behind a name: the name itself, with or without a prefix that says who gave it, what the file says it
 * is, or what Windows calls it.
 */
function resolveZone(tzid: string | undefined, zones: ZoneNames): string {
  if (!tzid) {
    return zones.fallback;
  }
  const segments = tzid.split('/').filter(Boolean);
  const candidates = [
    tzid,
    zones.locations.get(tzid),
    WINDOWS_ZONES[tzid],
    ...(tzid.startsWith('/')
      ? [segments.slice(-3).join('/'), segments.slice(-2).join('/')]
      : []),
  ];
  for (const candidate of candidates) {
    try {
      return parseZone(candidate, 'TZID');
    } catch {
      // the next may be one
    }
  }
  throw new InputError(
    `the zone ${tzid} is not known: it must be an IANA name such as Europe/Berlin, say so in X-LIC-LOCATION, or be a name Windows gives`,
  );
}
