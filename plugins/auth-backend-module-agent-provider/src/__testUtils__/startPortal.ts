import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import authModuleAgentProvider from '../index';
import { AUDIENCE } from './agents';

export const SERVICE_TOKEN = 'a-token-of-some-service';

/** A plugin that says who is asking, and hands out tokens of plugins to test with. */
function probe(pluginId: string) {
  return createBackendPlugin({
    pluginId,
    register(reg) {
      reg.registerInit({
        deps: {
          auth: coreServices.auth,
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
          userInfo: coreServices.userInfo,
        },
        async init({ auth, http, httpAuth, userInfo }) {
          http.use(async (req, res, next) => {
            try {
              const credentials = await httpAuth.credentials(req);
              const isUser = auth.isPrincipal(credentials, 'user');
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: req.path.startsWith('/own')
                  ? await auth.getOwnServiceCredentials()
                  : credentials,
                targetPluginId: 'auth',
              });
              res.json({
                token,
                principal: credentials.principal,
                info: isUser && (await userInfo.getUserInfo(credentials)),
              });
            } catch (error) {
              next(error);
            }
          });
          http.addAuthPolicy({ path: '/own', allow: 'unauthenticated' });
        },
      });
    },
  });
}

/** A portal with the real sign-in, tokens and barriers, and a made-up catalog. */
export async function startPortal(options: {
  entities: Entity[];
  /** `auth.providers.agent`; null leaves it out. */
  provider?: JsonObject | null;
  /** More of `auth`. */
  auth?: JsonObject;
  /** More of `agentGovernance`. */
  governance?: JsonObject;
  features?: Array<BackendFeature | Promise<{ default: BackendFeature }>>;
}) {
  const { provider = { audience: AUDIENCE } } = options;
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleAgentProvider,
      authServiceFactory,
      httpAuthServiceFactory,
      userInfoServiceFactory,
      probe('agent-governance'),
      probe('other'),
      logger.factory,
      catalogServiceMock.factory({ entities: options.entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token: SERVICE_TOKEN, subject: 'robot' },
                },
              ],
            },
          },
          auth: {
            providers: provider ? { agent: provider } : {},
            ...options.auth,
          },
          agentGovernance: {
            trust: [{ originLocation: 'file:*', kinds: ['Agent'] }],
            ...options.governance,
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
  /** Why agents were refused, as the log has it, the last one last. */
  const refusals = () =>
    logger.warn.mock.calls.flatMap(([, meta]) =>
      meta && 'reason' in meta ? [meta.reason] : [],
    );
  const whoIs = async (token: string) =>
    (
      await request(server)
        .get('/api/other/')
        .set('authorization', `Bearer ${token}`)
    ).body;
  const ownToken = async (pluginId: string): Promise<string> =>
    (await request(server).get(`/api/${pluginId}/own`)).body.token;
  const signIn = (client_assertion: unknown) =>
    request(server).post('/api/auth/agent/refresh').send({ client_assertion });
  return { server, logger, refusals, whoIs, ownToken, signIn };
}
