const UNITS: ReadonlyArray<[name: string, seconds: number]> = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A number of seconds in the largest unit that leaves at least two of it, or the exact single one. */
export function formatAge(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [name, size] =
    UNITS.find(([, unit]) => whole >= 2 * unit || whole === unit) ??
    UNITS[UNITS.length - 1];
  const count = Math.floor(whole / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
