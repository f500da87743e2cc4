import { CalendarDate, endOfWeek, startOfWeek } from '@internationalized/date';

/** Weeks begin on Monday. */
const LOCALE = 'en-GB';

/** The day a key leads to from another one; none for keys that lead nowhere. */
export function stepFrom(
  day: CalendarDate,
  key: string,
): CalendarDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return day.subtract({ days: 1 });
    case 'ArrowRight':
      return day.add({ days: 1 });
    case 'ArrowUp':
      return day.subtract({ weeks: 1 });
    case 'ArrowDown':
      return day.add({ weeks: 1 });
    case 'Home':
      return startOfWeek(day, LOCALE);
    case 'End':
      return endOfWeek(day, LOCALE);
    case 'PageUp':
      return day.subtract({ months: 1 });
    case 'PageDown':
      return day.add({ months: 1 });
    default:
      return undefined;
  }
}
