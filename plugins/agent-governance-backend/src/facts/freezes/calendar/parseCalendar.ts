import { InputError } from '@backstage/errors';
import { FreezeImportEvent } from '@agentgov/backstage-plugin-agent-governance-common';
import { describeRecurrence } from '../recurrence/describeRecurrence';
import { parseRecurrence } from '../recurrence/parseRecurrence';
import { FreezePeriod, periodOf } from '../periodOf';
import { EventTime, ZoneNames, toInstantMs } from './EventTime';
import {
  EventContent,
  EventIdentity,
  readContent,
  readIdentity,
  writeExdate,
} from './readEvent';
import { splitEvents } from './splitEvents';

/** How large a calendar file may be, in bytes. */
export const MAX_CALENDAR_BYTES = 1_048_576;
const MAX_EVENTS = 1_000;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** An event and, where it freezes something, when. */
export interface CalendarEvent extends FreezeImportEvent {
  period?: FreezePeriod;
}

type Draft = EventIdentity & {
  position: number;
  content?: EventContent;
  problem?: string;
};

/**
 * Reads the events of an iCalendar file.
 *
 * What cannot be read is refused event by event, with the reason; nothing is guessed. An event that replaces one
 * occurrence of another leaves it out there and is one of its own.
 *
 * @throws InputError when it is no such file
 */
export function parseCalendar(
  text: string,
  options: { zone: string; now: Date },
): CalendarEvent[] {
  const { events, locations } = splitEvents(text, MAX_EVENTS);
  const zones = { fallback: options.zone, locations };
  const drafts = events.map((lines, index) =>
    toDraft(lines, { position: index + 1, zones }),
  );
  refuseDuplicates(drafts);
  return drafts.map(draft => finish(draft, drafts, options.now));
}

function toDraft(
  lines: string[],
  options: { position: number; zones: ZoneNames },
): Draft {
  const identity = readIdentity(lines);
  const draft = { ...identity, position: options.position };
  if (identity.uid === undefined) {
    return { ...draft, problem: 'UID is missing, or longer than 255' };
  }
  try {
    return { ...draft, content: readContent(lines, options.zones) };
  } catch (error) {
    return { ...draft, problem: reasonOf(error) };
  }
}

function refuseDuplicates(drafts: Draft[]): void {
  const seen = new Map<string, number>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    const first = seen.get(key);
    if (first !== undefined && draft.problem === undefined) {
      draft.problem = `event ${first} has the same UID and RECURRENCE-ID`;
      draft.content = undefined;
    }
    seen.set(key, first ?? draft.position);
  }
}

function keyOf({ uid, content, position }: Draft): string {
  return uid === undefined || !content
    ? `event ${position}`
    : JSON.stringify([uid, writeId(content.recurrenceId)]);
}

function finish(draft: Draft, all: Draft[], now: Date): CalendarEvent {
  const { position, uid, title, content, problem } = draft;
  const recurrenceId = writeId(content?.recurrenceId);
  const event = {
    position,
    title,
    ...(uid !== undefined && { uid }),
    ...(recurrenceId && { recurrenceId }),
  };
  if (!content) {
    return { ...event, outcome: 'refused', problem };
  }
  if (draft.isCancelled) {
    return { ...event, outcome: 'cancelled' };
  }
  try {
    const period = toPeriod(draft, content, all);
    const when = {
      from: period.from,
      ...(period.recurrence
        ? { words: describeRecurrence(period.recurrence) }
        : { to: period.to }),
    };
    return period.to !== undefined && period.to <= now.toISOString()
      ? { ...event, ...when, outcome: 'over' }
      : { ...event, ...when, outcome: 'new', period };
  } catch (error) {
    return { ...event, outcome: 'refused', problem: reasonOf(error) };
  }
}

function toPeriod(
  draft: Draft,
  content: EventContent,
  all: Draft[],
): FreezePeriod {
  const { start, endMs, recurrence } = content;
  if (!recurrence) {
    const fromMs = toInstantMs(start);
    if (endMs - fromMs > MAX_DAYS * DAY_MS) {
      throw new InputError(`it is longer than ${MAX_DAYS} days`);
    }
    return {
      from: new Date(fromMs).toISOString(),
      to: new Date(endMs).toISOString(),
    };
  }
  const replaced = all
    .filter(other => other.uid === draft.uid && other !== draft)
    .flatMap(other => other.content?.recurrenceId ?? [])
    .map(time => writeExdate(time, start));
  const exdates = [...(recurrence.exdates ?? []), ...replaced];
  return periodOf(
    parseRecurrence({
      ...recurrence,
      ...(exdates.length > 0 && { exdates }),
    }),
  );
}

function writeId(time: EventTime | undefined): string | undefined {
  return time && `${time.wall.toString()}[${time.zone}]`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
