import { LoggerService } from '@backstage/backend-plugin-api';
import { AgentOAuthConfig } from '@agentgov/backstage-plugin-agent-governance-node';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { answerOAuthError } from './answerOAuthError';
import { limitRate, noStore, onlyForms } from './tokenRequestGuards';
import { TokenEndpoint } from './TokenEndpoint';

/** Assertions are 16 KiB at most; the rest of a form is small. */
const MAX_FORM_SIZE = '32kb';
const MAX_PARAMETERS = 20;

/**
 * The endpoints of the authorization server, below its issuer identifier: `/token`, and `/authorize`, which is there
 * because clients insist on its being named.
 *
 * @remarks
 *
 * Errors have the form of RFC 6749 §5.2, whatever they are. Nothing is read of a request that comes too often.
 */
export function createAuthorizationServerRouter(options: {
  endpoint: TokenEndpoint;
  rateLimit: AgentOAuthConfig['rateLimit'];
  logger: LoggerService;
}): Router {
  const { endpoint, rateLimit, logger } = options;
  const router = PromiseRouter();
  router.get('/authorize', (_req, res) => {
    res.status(400).json({
      error: 'unsupported_response_type',
      error_description:
        'Agents sign in at the token endpoint; there is nothing for people to authorize here',
    });
  });
  router.post(
    '/token',
    noStore,
    limitRate(rateLimit),
    onlyForms,
    express.urlencoded({
      extended: false,
      limit: MAX_FORM_SIZE,
      parameterLimit: MAX_PARAMETERS,
    }),
    async (req, res) => {
      const { authorization } = req.headers;
      res.json(await endpoint.answer({ body: req.body, authorization }));
    },
  );
  router.use(answerOAuthError(logger));
  return router;
}
