import { PortalError, PortalErrorOptions } from './PortalError';

/** The portal does not take this agent for who it says it is, or the agent no longer counts. @public */
export class NotSignedInError extends PortalError {
  readonly name = 'NotSignedInError';
}

/** The question is wrong, as the message says: asking again the same way does not help. @public */
export class NotAcceptedError extends PortalError {
  readonly name = 'NotAcceptedError';
}

/** This agent has as many unfinished requests as it may: wait for some of them, or withdraw them. @public */
export class TooManyOpenRequestsError extends PortalError {
  readonly name = 'TooManyOpenRequestsError';
  /** How long the portal asks to be left alone, if it said. */
  readonly retryAfterSeconds?: number;

  constructor(
    message: string,
    options: PortalErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/**
 * The portal did not answer, or not as it should, for as long as was tried. What was asked for may have been taken in:
 * ask again with the same `idempotencyKey` to find out.
 *
 * @public
 */
export class PortalUnavailableError extends PortalError {
  readonly name = 'PortalUnavailableError';
}
