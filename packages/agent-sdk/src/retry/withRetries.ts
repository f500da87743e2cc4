import { pause } from './pause';
import { RetryLimits } from './RetryOptions';
import { TransientFailure } from './TransientFailure';

/**
 * Makes an attempt until it works, fails for good, or time is up.
 *
 * @throws the failure behind the last {@link TransientFailure}; the reason of an aborted signal; whatever else an
 *   attempt throws
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  options: {
    limits: RetryLimits;
    /** Milliseconds since the epoch; as the limits say when absent. */
    until?: number;
    signal?: AbortSignal;
  },
): Promise<T> {
  const { limits, signal } = options;
  const until = options.until ?? Date.now() + 1000 * limits.withinSeconds;
  for (let failures = 0; ; failures++) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof TransientFailure)) {
        throw error;
      }
      const pauseMs = pauseAfter(failures, error, limits);
      if (Date.now() + pauseMs > until) {
        throw error.failure;
      }
      await pause(pauseMs, signal);
    }
  }
}

/** Twice as long each time, less a random part, so that a fleet does not come back all at once; never sooner than asked. */
function pauseAfter(
  failures: number,
  { retryAfterSeconds = 0 }: TransientFailure,
  { firstPauseMs, longestPauseMs }: RetryLimits,
): number {
  const grown = Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
  return 1000 * retryAfterSeconds + grown * (0.5 + 0.5 * Math.random());
}
