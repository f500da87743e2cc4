import { PortalError } from '../errors';

/** An attempt that may be made again. */
export class TransientFailure extends Error {
  readonly name = 'TransientFailure';
  /** What to throw when there is no time to try again. */
  readonly failure: PortalError;
  /** How long the portal asks to be left alone. */
  readonly retryAfterSeconds?: number;

  constructor(failure: PortalError, retryAfterSeconds?: number) {
    super(failure.message);
    this.failure = failure;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
