import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  AgentStandingService,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentTokenIssuer } from './AgentTokenIssuer';
import { assertGovernance } from './assertGovernance';

/**
 * The route on which the agent-governance plugin gets a token to act later as an agent.
 *
 * @remarks
 *
 * `POST /agent-governance/v1/agent-tokens` `{agentRef}` → `{token, expiresAt}`. The auth plugin lets everyone in, so
 * the route looks at the caller itself: only that plugin's own credentials are accepted, and not when it acts for
 * somebody else. The token appears in no log.
 */
export function createAgentTokenRouter(options: {
  httpAuth: HttpAuthService;
  standing: AgentStandingService;
  issuer: AgentTokenIssuer;
  logger: LoggerService;
}): Router {
  const { httpAuth, standing, issuer, logger } = options;
  const router = PromiseRouter();

  router.post(
    '/agent-governance/v1/agent-tokens',
    async (req, _res, next) => {
      await assertGovernance(req, httpAuth);
      next();
    },
    express.json({ limit: '4kb' }),
    async (req, res) => {
      const answer = await standing.check(readAgentRef(req.body));
      if (!answer.stands) {
        logger.warn(`Refused to mint a token: ${answer.message}`, {
          reason: answer.reason,
        });
        throw answer.reason === 'could-not-check'
          ? toStandingError(answer)
          : new NotAllowedError(`${answer.reason}: ${answer.message}`);
      }
      const { token, expiresAt } = await issuer.mint(answer);
      logger.info(`Minted a token to act as ${answer.agentRef}`);
      res.setHeader('cache-control', 'no-store');
      res.json({ token, expiresAt: expiresAt.toISOString() });
    },
  );

  return router;
}

function readAgentRef(body: unknown): string {
  const agentRef =
    typeof body === 'object' && body !== null && 'agentRef' in body
      ? body.agentRef
      : undefined;
  if (typeof agentRef !== 'string' || agentRef === '') {
    throw new InputError('agentRef must be the entity reference of an agent');
  }
  return agentRef;
}
