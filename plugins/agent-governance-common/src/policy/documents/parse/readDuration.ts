import { quoteText } from '../../wording';
import { EntityPath, ProblemList } from './ProblemList';

/** Of fixed length: a month or a year is not, so nobody could say when time is up. */
const FIXED =
  /^P(?=[\dT])(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?)$/;
const SECONDS = [7 * 86_400, 86_400, 3_600, 60, 1];
const MAX_DAYS = 90;

/** How long such a duration is; `undefined` for what is none. */
export function durationSeconds(text: string): number | undefined {
  const parts = FIXED.exec(text);
  return parts
    ? SECONDS.reduce(
        (sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0),
        0,
      )
    : undefined;
}

/** An ISO 8601 duration of weeks, days, hours, minutes and seconds, longer than nothing. */
export function readDuration(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): string | undefined {
  const seconds =
    typeof value === 'string' ? durationSeconds(value) : undefined;
  if (seconds === undefined) {
    return problems.add(
      path,
      `must be an ISO 8601 duration in weeks, days, hours, minutes or seconds, for example PT4H or P1D${
        typeof value === 'string' ? `, and is ${quoteText(value)}` : ''
      }`,
    );
  }
  if (seconds <= 0 || seconds > MAX_DAYS * 86_400) {
    return problems.add(
      path,
      `must be longer than nothing and at most ${MAX_DAYS} days`,
    );
  }
  return value as string;
}
