import { StoredCalendar } from './FreezeStore';

/** Table `freeze_calendar`. */
export interface CalendarRow {
  id: string;
  read_at: string | null;
  tried_at: string;
  events: number;
  problems: string;
  etag: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
}

export function toCalendarRow(calendar: StoredCalendar): CalendarRow {
  return {
    id: calendar.id,
    read_at: calendar.readAt ?? null,
    tried_at: calendar.triedAt,
    events: calendar.events,
    problems: JSON.stringify(calendar.problems),
    etag: calendar.etag ?? null,
    revision: calendar.revision,
  };
}

export function fromCalendarRow(row: CalendarRow): StoredCalendar {
  return {
    id: row.id,
    ...(row.read_at && { readAt: row.read_at }),
    triedAt: row.tried_at,
    events: row.events,
    problems: JSON.parse(row.problems) as string[],
    ...(row.etag && { etag: row.etag }),
    revision: Number(row.revision),
  };
}
