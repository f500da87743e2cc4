import {
  NotAcceptedError,
  NotSignedInError,
  PortalUnavailableError,
  TooManyOpenRequestsError,
} from '../errors';
import { readRetryAfter, TransientFailure } from '../retry';
import { Question } from './Question';

const TOO_MANY_REQUESTS = 429;

/** What an answer means that is not the one that was asked for. */
export function refusalOf(
  response: Response,
  answer: unknown,
  question: Question,
): Error {
  const { status } = response;
  const { idempotencyKey } = question;
  const options = { status, idempotencyKey };
  const said = read(answer);
  const message = `The portal answered ${question.method} ${question.url} with ${status}: ${said.message}`;

  if (status === 401) {
    return new NotSignedInError(message, options);
  }
  const retryAfterSeconds = readRetryAfter(response.headers);
  if (status === TOO_MANY_REQUESTS) {
    // whoever refused it did so before taking anything in
    return new TransientFailure(
      said.name === 'TooManyOpenRequestsError'
        ? new TooManyOpenRequestsError(message, {
            ...options,
            retryAfterSeconds,
          })
        : new PortalUnavailableError(message, options),
      retryAfterSeconds,
    );
  }
  if (status >= 500 || response.ok) {
    const failure = new PortalUnavailableError(message, options);
    return question.repeatable
      ? new TransientFailure(failure, retryAfterSeconds)
      : failure;
  }
  return new NotAcceptedError(message, options);
}

/** The framework's error envelope, or OAuth's (RFC 6749, 5.2); anything else is no answer of the portal. */
function read(answer: unknown): { name?: string; message: string } {
  const { error, error_description: description } = (answer ?? {}) as {
    error?: { name?: string; message?: string } | string;
    error_description?: string;
  };
  if (typeof error === 'string') {
    return { name: error, message: description ?? error };
  }
  return {
    name: error?.name,
    message: error?.message ?? 'it is not what was asked for',
  };
}
