import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Waits for something no longer than that; what it does after that is its own affair.
 *
 * @param options - `ms`: in milliseconds; `what`: who does not answer, for the message
 * @throws ServiceUnavailableError when the time is up
 */
export async function within<T>(
  options: { ms: number; what: string },
  work: () => Promise<T>,
): Promise<T> {
  const { ms, what } = options;
  const done = new AbortController();
  const timeUp = sleep(ms, undefined, { signal: done.signal }).then(() => {
    throw new ServiceUnavailableError(`${what} did not answer within ${ms} ms`);
  });
  timeUp.catch(() => {});
  try {
    return await Promise.race([work(), timeUp]);
  } finally {
    done.abort();
  }
}
