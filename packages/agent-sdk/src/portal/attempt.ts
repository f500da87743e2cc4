import { NotSignedInError, PortalUnavailableError } from '../errors';
import { TransientFailure } from '../retry';
import { Question } from './Question';
import { refusalOf } from './refusalOf';

/** Errors from before a connection was there: the portal cannot have heard anything. */
const NEVER_HEARD = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Asks once, and reads the whole answer.
 *
 * @throws TransientFailure when it is safe to ask again, a PortalError when it is not or would not help
 */
export async function attempt(
  question: Question,
  fetchIt: typeof fetch,
): Promise<unknown> {
  const { method, url, headers, body, timeoutMs, signal } = question;
  const timeout = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let text: string;
  try {
    response = await fetchIt(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      body,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      // what proves or names an agent is not carried elsewhere
      redirect: 'manual',
    });
    text = await response.text();
  } catch (error) {
    throw unanswered(error, question);
  }
  const answer = parse(text);
  if (response.ok && answer !== undefined) {
    return answer;
  }
  throw refusalOf(response, answer, question);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unanswered(error: unknown, question: Question): Error {
  if (error instanceof NotSignedInError) {
    return error;
  }
  const { idempotencyKey } = question;
  if (error instanceof TransientFailure) {
    // could not sign in just now: nothing was asked
    const { failure, retryAfterSeconds } = error;
    return new TransientFailure(
      new PortalUnavailableError(failure.message, {
        status: failure.status,
        cause: failure,
        idempotencyKey,
      }),
      retryAfterSeconds,
    );
  }
  const failure = new PortalUnavailableError(
    `The portal did not answer ${question.method} ${question.url}: ${why(
      error,
    )}`,
    { cause: error, idempotencyKey },
  );
  return question.repeatable || NEVER_HEARD.has(codeOf(error))
    ? new TransientFailure(failure)
    : failure;
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? '';
}

function why(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message
    ? `${message} (${cause.message})`
    : String(message ?? error);
}
