import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';
import { OAuthError } from './OAuthError';

/** Answers whatever went wrong in the form of RFC 6749 §5.2. */
export function answerOAuthError(logger: LoggerService): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const { code, status, message } = toOAuthError(error, logger);
    if (status === 401) {
      // RFC 6749 §5.2: in the scheme the client tried.
      const scheme = /^basic\s/i.test(req.headers.authorization ?? '')
        ? 'Basic realm="agents"'
        : 'Bearer';
      res.setHeader('www-authenticate', scheme);
    }
    if (status === 503) {
      res.setHeader('retry-after', '5');
    }
    res.status(status).json({ error: code, error_description: message });
  };
}

/** What is not an error of OAuth is the framework's (too large a form) or ours (something did not answer). */
function toOAuthError(error: unknown, logger: LoggerService): OAuthError {
  if (error instanceof OAuthError) {
    return error;
  }
  const { status, expose } = error as { status?: number; expose?: boolean };
  if (expose && status !== undefined && status < 500) {
    return new OAuthError('invalid_request', 'The form could not be read', {
      status,
    });
  }
  logger.warn(`Could not answer a token request, ${stringifyError(error)}`);
  return new OAuthError(
    'temporarily_unavailable',
    'Whether the agent may sign in could not be found out just now; try again',
    { status: 503 },
  );
}
