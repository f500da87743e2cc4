import {
  AgentOAuthConfig,
  RateLimit,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { RequestHandler } from 'express';
import { OAuthError } from './OAuthError';

/** RFC 6749 §5.1: nobody on the way keeps a token. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store');
  res.setHeader('pragma', 'no-cache');
  next();
};

/** Counts requests by the address they come from. */
export function limitRate({
  burst,
  perMinute,
}: AgentOAuthConfig['rateLimit']): RequestHandler {
  const limit = RateLimit.create({ burst, perSecond: perMinute / 60 });
  return (req, res, next) => {
    if (limit.admits(req.ip ?? '')) {
      next();
      return;
    }
    res.setHeader('retry-after', String(Math.ceil(60 / perMinute)));
    next(
      new OAuthError(
        'temporarily_unavailable',
        'Too many requests; try again later',
        { status: 429 },
      ),
    );
  };
}

/** RFC 6749 §3.2: parameters come as a form. */
export const onlyForms: RequestHandler = (req, _res, next) => {
  next(
    req.is('application/x-www-form-urlencoded')
      ? undefined
      : new OAuthError(
          'invalid_request',
          'The request must be a form, application/x-www-form-urlencoded',
        ),
  );
};
