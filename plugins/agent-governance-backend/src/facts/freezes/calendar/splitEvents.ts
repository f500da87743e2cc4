import { InputError } from '@backstage/errors';

/** The lines of one VEVENT, unfolded, without BEGIN and END and without what is nested in it. */
export type EventLines = string[];

/** A calendar file taken apart. */
export interface CalendarParts {
  events: EventLines[];
  /** IANA name that a VTIMEZONE gives itself, by TZID. */
  locations: Map<string, string>;
}

const NAMED = /^(BEGIN|END):(.+)$/i;

/**
 * Takes an iCalendar file apart, so that what is wrong with one event can be said of that event.
 *
 * What a VTIMEZONE says about offsets is not evaluated: it is a recurrence like any other, and as long.
 *
 * @throws InputError when it is no such file, or blocks do not end where they should
 */
export function splitEvents(text: string, maxEvents: number): CalendarParts {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .filter(line => line.trim() !== '');
  if (!/^\uFEFF?BEGIN:VCALENDAR$/i.test(lines[0]?.trim() ?? '')) {
    throw new InputError('ics: must be an iCalendar file; it begins otherwise');
  }
  const parts: CalendarParts = { events: [], locations: new Map() };
  const open: string[] = [];
  let zone: { id?: string; location?: string } = {};
  for (const line of lines) {
    const [, edge, block] =
      NAMED.exec(line.replace(/^\uFEFF/, '').trim()) ?? [];
    const name = block?.toLocaleUpperCase('en-US');
    if (edge?.toLocaleUpperCase('en-US') === 'BEGIN') {
      open.push(name);
      if (name === 'VEVENT') {
        parts.events.push([]);
      }
      zone = name === 'VTIMEZONE' ? {} : zone;
    } else if (edge) {
      if (open.pop() !== name) {
        throw new InputError(`ics: END:${name} ends nothing that began`);
      }
      if (name === 'VTIMEZONE' && zone.id && zone.location) {
        parts.locations.set(zone.id, zone.location);
      }
    } else if (open[open.length - 1] === 'VEVENT') {
      parts.events[parts.events.length - 1].push(line);
    } else if (open[open.length - 1] === 'VTIMEZONE') {
      zone.id = valueOf(line, 'TZID') ?? zone.id;
      zone.location = valueOf(line, 'X-LIC-LOCATION') ?? zone.location;
    }
  }
  if (open.length > 0) {
    throw new InputError(`ics: BEGIN:${open[open.length - 1]} never ends`);
  }
  if (parts.events.length > maxEvents) {
    throw new InputError(
      `ics: has ${parts.events.length} events, and at most ${maxEvents} are read`,
    );
  }
  return parts;
}

/** The value of a line, if it has this name. */
export function valueOf(line: string, name: string): string | undefined {
  const match = /^([A-Za-z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/.exec(line);
  return match && match[1].toLocaleUpperCase('en-US') === name
    ? match[3].trim()
    : undefined;
}
