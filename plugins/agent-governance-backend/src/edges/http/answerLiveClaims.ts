import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { LiveClaims } from '@agentgov/backstage-plugin-agent-governance-node';

/** Where perimeters of other processes ask; not part of the contract with anybody else. */
export const LIVE_CLAIMS_PATH = '/internal/v1/live-claims';

const text = z.string().min(1).max(2_048);
const taking = z.strictObject({
  agentRef: text,
  plugin: text,
  route: z.string().min(1).max(16_384),
  bodyDigest: text,
});
const covering = z.strictObject({
  agentRef: text,
  caller: text,
  plugin: text,
});

/**
 * Tells the perimeter in front of a plugin that runs in another process what effects run just now. Only plugins of the
 * portal are answered: whoever could ask for others would use up what was announced for them.
 */
export function answerLiveClaims(options: {
  claims: LiveClaims;
  httpAuth: HttpAuthService;
}): Router {
  const { claims, httpAuth } = options;
  const router = PromiseRouter();
  router.use(LIVE_CLAIMS_PATH, express.json({ limit: '32kb' }));
  router.use(LIVE_CLAIMS_PATH, async request => {
    const { principal } = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    if (!principal.subject.startsWith('plugin:')) {
      throw new NotAllowedError('Only plugins of the portal may ask');
    }
    return 'next';
  });
  router.post(`${LIVE_CLAIMS_PATH}/take`, async (request, response) => {
    response.json({ live: claims.take(parse(taking, request.body)) });
  });
  router.post(`${LIVE_CLAIMS_PATH}/covers`, async (request, response) => {
    response.json({ live: claims.covers(parse(covering, request.body)) });
  });
  return router;
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const { data, error } = schema.safeParse(body);
  if (error) {
    throw new InputError(z.prettifyError(error));
  }
  return data as T;
}
