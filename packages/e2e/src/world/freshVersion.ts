const MINUTE_MS = 60_000;
let made = 0;

/** A version nobody has released before. */
export function freshVersion(): string {
  const now = Date.now();
  const minute = Math.floor(now / MINUTE_MS) % 1_000_000;
  return `${minute}.${now % MINUTE_MS}.${made++}`;
}
