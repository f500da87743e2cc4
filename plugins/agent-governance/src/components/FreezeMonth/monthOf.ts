import {
  CalendarDate,
  getLocalTimeZone,
  getWeeksInMonth,
  parseDate,
  startOfMonth,
  startOfWeek,
  toZoned,
  today,
} from '@internationalized/date';

/** Weeks begin on Monday, as in ISO 8601. */
const LOCALE = 'en-GB';

/** A month as a page of a calendar: whole weeks. */
export interface MonthPage {
  /** The first of the month. */
  first: CalendarDate;
  /** Of seven days each, Monday first. */
  weeks: CalendarDate[][];
  /** ISO 8601: where the page begins and ends in the zone. */
  from: string;
  to: string;
}

/** The page of a month, given as `2026-11`; of this month when it is none. */
export function monthOf(text: string | null, zone: string): MonthPage {
  const first = parseMonth(text) ?? startOfMonth(today(zone));
  const start = startOfWeek(first, LOCALE);
  const weeks = Array.from({ length: getWeeksInMonth(first, LOCALE) }, (_, w) =>
    Array.from({ length: 7 }, (__, d) => start.add({ weeks: w, days: d })),
  );
  return {
    first,
    weeks,
    from: startOf(start, zone),
    to: startOf(start.add({ weeks: weeks.length }), zone),
  };
}

/** As addresses write it: `2026-11`. */
export function writeMonth(date: CalendarDate): string {
  return date.toString().slice(0, 7);
}

/** When a day begins in a zone, ISO 8601. */
export function startOf(day: CalendarDate, zone: string): string {
  return toZoned(day, zone).toAbsoluteString();
}

/** A zone that can be shown: the one asked for, else the person's own. */
export function zoneOf(text: string | null): string {
  try {
    return text
      ? new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
          .timeZone
      : getLocalTimeZone();
  } catch {
    return getLocalTimeZone();
  }
}

function parseMonth(text: string | null): CalendarDate | undefined {
  if (!text || !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    return undefined;
  }
  const first = parseDate(`${text}-01`);
  return first.year >= 1970 && first.year <= 2200 ? first : undefined;
}
