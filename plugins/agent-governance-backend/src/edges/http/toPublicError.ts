import { randomUUID } from 'node:crypto';
import { ErrorRequestHandler } from 'express';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';

/** Errors that are meant for the caller; all others are ours alone. */
const PUBLIC_ERRORS = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'NotImplementedError',
  'ServiceUnavailableError',
  'PayloadTooLargeError',
  'TooManyOpenRequestsError',
  'TooManyReportsError',
  'TooManySimulationsError',
]);

/** Errors after which it helps to wait. */
const WAITING = new Set([
  'TooManyOpenRequestsError',
  'TooManySimulationsError',
]);

/** Nobody knows when a request of the agent ends; asked sooner, the answer is hardly another. In seconds. */
const AFTER_TOO_MANY = '2';

/** Whether an error is meant for the caller. */
export function isPublicError(error: Error): boolean {
  return PUBLIC_ERRORS.has(error.name);
}

/**
 * The last word on errors: what is meant for the caller goes out as it is, anything else goes to the log, and the
 * caller gets its number there. No stack leaves the portal, in development neither.
 */
export function toPublicError(options: {
  logger: LoggerService;
}): ErrorRequestHandler {
  return (thrown, _request, response, next) => {
    const error = toError(thrown);
    const shown = isPublicError(error) ? error : hide(error, options.logger);
    delete shown.stack;
    if (WAITING.has(shown.name)) {
      response.set('Retry-After', AFTER_TOO_MANY);
    }
    next(shown);
  };
}

function hide(error: Error, logger: LoggerService): Error {
  const logId = randomUUID();
  logger.child({ logId }).error('A request failed inside', error);
  // Whatever status another service answered with, it was not said to this caller.
  return error.name === 'ResponseError'
    ? new ServiceUnavailableError(
        `Something the portal needs did not answer as it should; its log says more, under ${logId}`,
      )
    : new Error(
        `Something went wrong in the portal; its log says more, under ${logId}`,
      );
}
