/**
 * How hard to try when the portal is busy or away. Only what is safe is repeated: looking, asking under a key, and
 * signing in.
 *
 * @public
 */
export interface RetryOptions {
  /** For how long a question goes on being asked, in seconds; 60 by default. Waiting has its own limit. */
  withinSeconds?: number;
  /** Pause after the first failure, in milliseconds, doubled each time and jittered; 250 by default. */
  firstPauseMs?: number;
  /** Longest pause of our own, in milliseconds; 10000 by default. */
  longestPauseMs?: number;
  /** How long one attempt may take, in milliseconds, besides what it was asked to wait; 30000 by default. */
  attemptTimeoutMs?: number;
}

export type RetryLimits = Required<RetryOptions>;

/** @throws RangeError for what is no positive number */
export function withDefaults(options: RetryOptions = {}): RetryLimits {
  const limits: RetryLimits = {
    withinSeconds: options.withinSeconds ?? 60,
    firstPauseMs: options.firstPauseMs ?? 250,
    longestPauseMs: options.longestPauseMs ?? 10_000,
    attemptTimeoutMs: options.attemptTimeoutMs ?? 30_000,
  };
  for (const [name, value] of Object.entries(limits)) {
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(
        `retry.${name} must be a number, zero or more, but is ${value}`,
      );
    }
  }
  return limits;
}
