import { setTimeout as sleep } from 'node:timers/promises';

/** How often the database is looked at while somebody waits, in milliseconds. */
const LOOK_MS = 500;

/**
 * Waits until something is done, or the time is up, and returns it as it is then.
 *
 * Looks in the database, so that it sees what other replicas did. A caller who hangs up ends it.
 */
export async function waitForChange<T>(options: {
  first: T;
  read: () => Promise<T>;
  done: (value: T) => boolean;
  waitMs: number;
  signal?: AbortSignal;
}): Promise<T> {
  const { read, done, waitMs, signal } = options;
  const end = performance.now() + waitMs;
  let value = options.first;
  while (!done(value) && !signal?.aborted) {
    const left = end - performance.now();
    if (left <= 0) {
      break;
    }
    try {
      await sleep(Math.min(LOOK_MS, left), undefined, { signal });
    } catch {
      break;
    }
    value = await read();
  }
  return value;
}
