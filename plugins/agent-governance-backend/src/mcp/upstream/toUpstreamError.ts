import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { toPlainText } from '../toPlainText';
import { UpstreamError } from './UpstreamError';

/** How much of what a server says about its own error is passed on. */
const MESSAGE_LENGTH = 500;
/** Nothing was sent to anybody. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Says what it means that a request to a server failed.
 *
 * The server's own answer that it failed is taken at its word, as the answer of every outside system is. A refusal by
 * HTTP, too, and a connection that never came about. Everything else leaves open what happened.
 */
export function toUpstreamError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  if (error instanceof McpError) {
    return fromProtocol(error);
  }
  if (error instanceof StreamableHTTPError) {
    const { code = 0 } = error;
    return code >= 400 && code < 500
      ? new UpstreamError(`The server refused it with HTTP status ${code}`, {
          isCertain: true,
          cause: error,
        })
      : new UpstreamError('The server did not answer as the protocol wants', {
          isCertain: false,
          cause: error,
        });
  }
  if (NEVER_SENT.has(causeCode(error) ?? '')) {
    return new UpstreamError('The server cannot be reached', {
      isCertain: true,
      cause: error,
    });
  }
  return new UpstreamError('The connection to the server failed', {
    isCertain: false,
    cause: error,
  });
}

function fromProtocol(error: McpError): UpstreamError {
  switch (error.code) {
    case ErrorCode.ConnectionClosed:
      return new UpstreamError('The connection to the server was lost', {
        isCertain: false,
        cause: error,
      });
    case ErrorCode.RequestTimeout:
      return new UpstreamError('The server did not answer in time', {
        isCertain: false,
        cause: error,
      });
    default:
      return new UpstreamError(
        `The server answered with an error: ${toPlainText(error.message, {
          max: MESSAGE_LENGTH,
        })}`,
        { isCertain: true, cause: error },
      );
  }
}

/** Errors of the network lie one below the other. */
function causeCode(error: unknown): string | undefined {
  for (
    let at: any = error, depth = 0;
    at && depth < 5;
    at = at.cause, depth++
  ) {
    if (typeof at.code === 'string') {
      return at.code;
    }
  }
  return undefined;
}

/** Whether a server says that it has forgotten the session: it did nothing, and a new session may help. */
export function isForgottenSession(error: unknown): boolean {
  return (
    error instanceof StreamableHTTPError &&
    (error.code === 404 ||
      (error.code === 400 && /session/i.test(error.message)))
  );
}
