import {
  HttpRouterService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  RootHttpRouterService,
} from '@backstage/backend-plugin-api';
import {
  AgentOAuthConfig,
  AgentOAuthService,
} from '@agentgov/backstage-plugin-agent-governance-node';
import express from 'express';
import { AGENT_ALGORITHMS } from '../assertion/AssertionVerifier';
import { createAuthorizationServerRouter } from './createAuthorizationServerRouter';
import { createResourceMetadata, createServerMetadata } from './createMetadata';
import { listenForAgents } from './listenForAgents';
import { serveJson } from './serveJson';
import { TokenEndpoint } from './TokenEndpoint';

/** Where the authorization server lies below the auth plugin, when it has no origin of its own. */
const PATH_BELOW_AUTH = '/agent/oauth';
const WELL_KNOWN = '/.well-known/oauth-authorization-server';

/**
 * Serves the authorization server for agents and the metadata of what it protects.
 *
 * @remarks
 *
 * The metadata of the gateway is on the portal's root router, at the one path RFC 9728 gives it. That of the
 * authorization server is there too (RFC 8414), unless it has a listener of its own.
 */
export async function serveOAuth(options: {
  config: AgentOAuthConfig;
  rootConfig: RootConfigService;
  oauth: AgentOAuthService;
  endpoint: TokenEndpoint;
  algorithms: readonly string[];
  httpRouter: HttpRouterService;
  rootHttpRouter: RootHttpRouterService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<void> {
  const { config, oauth, endpoint, httpRouter, rootHttpRouter, logger } =
    options;
  const describe = async () => {
    const gateway = await oauth.getProtectedResource();
    if (!gateway) {
      throw new Error('There is no authorization server for agents');
    }
    return gateway;
  };
  const gateway = await describe();
  rootHttpRouter.use(
    new URL(gateway.metadataUrl).pathname,
    serveJson(async () => createResourceMetadata(await describe())),
  );
  const algorithms = [
    ...new Set([...AGENT_ALGORITHMS, ...options.algorithms]),
  ].sort();
  const metadata = serveJson(async () =>
    createServerMetadata(await describe(), { algorithms }),
  );
  const { rateLimit, own } = config;
  const router = createAuthorizationServerRouter({
    endpoint,
    rateLimit,
    logger,
  });
  const path = new URL(gateway.issuer).pathname.replace(/\/$/, '');
  if (!own) {
    rootHttpRouter.use(`${WELL_KNOWN}${path}`, metadata);
    httpRouter.use(express.Router().use(PATH_BELOW_AUTH, router));
    return;
  }
  const app = express();
  app.disable('x-powered-by');
  const trustProxy = options.rootConfig.getOptional('backend.trustProxy');
  if (trustProxy !== undefined) {
    app.set('trust proxy', trustProxy);
  }
  app.use((_req, res, next) => {
    res.setHeader('x-content-type-options', 'nosniff');
    next();
  });
  app.use(`${WELL_KNOWN}${path}`, metadata);
  app.use(path || '/', router);
  app.use((_req, res) => {
    res.status(404).json({ error: 'not_found' });
  });
  await listenForAgents({ ...options, app, listen: own.listen });
}
