const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Days count up to this many before months do: standards are set in days. */
const MOST_DAYS = 180;

function inWords(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const size = Math.abs(seconds);
  const unit =
    size >= 86_400 && size < MOST_DAYS * 86_400
      ? UNITS[2]
      : UNITS.find(([, length]) => size >= length) ?? UNITS[UNITS.length - 1];
  return [Math.round(seconds / unit[1]), unit[0]];
}

/** "95 days", "1 hour". @public */
export function formatDuration(seconds: number): string {
  const [count, unit] = inWords(Math.abs(seconds));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "3 hours ago", "in 4 days", "just now". @public */
export function formatRelative(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Math.abs(seconds) < 5) {
    return 'just now';
  }
  const words = formatDuration(seconds);
  return seconds < 0 ? `${words} ago` : `in ${words}`;
}

/** "2026-11-20 09:00:00 UTC". @public */
export function formatUtc(iso: string): string {
  const text = new Date(iso).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
