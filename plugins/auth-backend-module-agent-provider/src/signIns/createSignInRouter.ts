import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AGENT_KIND } from '@agentgov/backstage-plugin-agent-governance-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { assertGovernance } from '../assertGovernance';
import { SignIn, SignInStore } from './SignInStore';

/**
 * The route on which the agent-governance plugin learns what an agent signs in with.
 *
 * @remarks
 *
 * `GET /agent-governance/v1/agents/{namespace}/{name}/sign-ins` → `{ items }`, see `docs/guides/sign-in.md`. Who may see it
 * is for that plugin to judge; nobody else gets an answer here.
 */
export function createSignInRouter(options: {
  httpAuth: HttpAuthService;
  signIns: SignInStore;
}): Router {
  const { httpAuth, signIns } = options;
  const router = PromiseRouter();
  router.get(
    '/agent-governance/v1/agents/:namespace/:name/sign-ins',
    async (req, res) => {
      await assertGovernance(req, httpAuth);
      const { namespace, name } = req.params;
      const agentRef = stringifyEntityRef({
        kind: AGENT_KIND,
        namespace,
        name,
      });
      const items = await signIns.list(agentRef);
      res.setHeader('cache-control', 'no-store');
      res.json({ items: items.map(toJson) });
    },
  );
  return router;
}

function toJson({ proof, firstAt, lastAt, tokenExpiresAt }: SignIn) {
  return {
    ...(proof.federated === undefined
      ? { method: 'key', keyThumbprint: proof.keyThumbprint }
      : { method: 'federated', ...proof.federated }),
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    tokenExpiresAt: tokenExpiresAt.toISOString(),
  };
}
