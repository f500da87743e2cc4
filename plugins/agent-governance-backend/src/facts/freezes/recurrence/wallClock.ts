import { Temporal } from '@js-temporal/polyfill';

/** More than clocks of two zones, or of one zone on two days, are ever apart. */
export const CLOCKS_APART_MS = 27 * 3_600_000;

/** A wall-clock moment that the rule counted out as if it were one in UTC; the number is no instant. */
export function fromWallMs(ms: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
}

/**
 * The instant at which the clocks of a zone show this. Where they skip it, the moment after by as much; where they
 * show it twice, the first, or the later where asked.
 */
export function atWall(
  wall: Temporal.PlainDateTime,
  zone: string,
  twice: 'earlier' | 'later' = 'earlier',
): Temporal.ZonedDateTime {
  return wall.toZonedDateTime(zone, {
    disambiguation: twice === 'later' ? 'later' : 'compatible',
  });
}

/**
 * When what begins at this moment on the wall and lasts this long is over: when the duration has passed and the
 * clocks show the end, whichever is later. On all but the few days on which clocks change, both are the same.
 */
export function endOf(
  start: Temporal.PlainDateTime,
  duration: Temporal.Duration,
  zone: string,
): number {
  const passed = atWall(start, zone).add(duration).epochMilliseconds;
  const shown = atWall(start.add(duration), zone, 'later').epochMilliseconds;
  return Math.max(passed, shown);
}
