import { AgentSignInError, AgentSignInFailure } from '../AgentSignInError';

/** Says no, with what is known of who is refused. */
export type Refuse = (
  reason: AgentSignInFailure,
  message: string,
) => AgentSignInError;

/** Whether a claim is a time: seconds since 1970. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/**
 * Checks that now lies between two times, in seconds, whose clock may be off a little.
 *
 * @param options - both in milliseconds
 * @throws AgentSignInError saying on which side it lies
 */
export function assertIsNow(
  times: { from: number; exp: number },
  options: { now: number; clockToleranceMs: number },
  refuse: Refuse,
): void {
  const now = options.now / 1000;
  const tolerance = options.clockToleranceMs / 1000;
  if (times.exp + tolerance <= now) {
    throw refuse('expired', `it expired at ${times.exp}, now is ${now}`);
  }
  if (times.from - tolerance > now) {
    throw refuse('not-yet-valid', `iat or nbf is after now, which is ${now}`);
  }
}
