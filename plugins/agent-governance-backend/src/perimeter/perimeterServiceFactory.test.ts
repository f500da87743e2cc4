import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import {
  authProvidersExtensionPoint,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';
import {
  AgentStandingAnswer,
  AgentStandingFailure,
  LiveClaims,
  agentStandingServiceRef,
  liveClaimsServiceRef,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { perimeterServiceFactory } from './perimeterServiceFactory';

const BOT = 'agent:default/bot';
const THUMBPRINT = 'thumbprint-of-the-key';
const SERVICE_TOKEN = 'a-token-of-some-service';
const APPLY = '/.well-known/backstage/permissions/apply-conditions';

/** Issues whatever token a test asks for. */
function tokenIssuer() {
  let context: AuthResolverContext;
  const module = createBackendModule({
    pluginId: 'auth',
    moduleId: 'test-issuer',
    register(reg) {
      reg.registerInit({
        deps: { providers: authProvidersExtensionPoint },
        async init({ providers }) {
          providers.registerProvider({
            providerId: 'agent',
            factory({ resolverContext }) {
              context = resolverContext;
              return {
                start: async () => {},
                frameHandler: async () => {},
                refresh: async (_req, res) => {
                  res.json({ reached: 'sign-in' });
                },
              };
            },
          });
        },
      });
    },
  });
  const issue = async (sub: string, claims: JsonObject = {}) =>
    (await context.issueToken({ claims: { ...claims, sub } })).token;
  return { module, issue };
}

/** A plugin that answers everything, and with `?token=` gives a token to go on to another plugin with. */
function answering(pluginId: string, invoked: string[] = []) {
  return createBackendPlugin({
    pluginId,
    register(reg) {
      reg.registerInit({
        deps: {
          actions: actionsRegistryServiceRef,
          auth: coreServices.auth,
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
          scheduler: coreServices.scheduler,
        },
        async init({ actions, auth, http, httpAuth, scheduler }) {
          actions.register({
            name: 'act',
            title: 'Act',
            description: 'Acts',
            schema: { input: z => z.object({}), output: z => z.object({}) },
            action: async () => {
              invoked.push(`${pluginId}:act`);
              return { output: {} };
            },
          });
          await scheduler.scheduleTask({
            id: 'nightly',
            frequency: { trigger: 'manual' },
            timeout: { minutes: 1 },
            fn: async () => {},
          });
          http.addAuthPolicy({ path: '/open', allow: 'unauthenticated' });
          http.addAuthPolicy({ path: '/cookie', allow: 'user-cookie' });
          http.use(async (req, res, next) => {
            try {
              const target = req.query.token;
              const answer =
                typeof target === 'string'
                  ? await auth.getPluginRequestToken({
                      onBehalfOf: await httpAuth.credentials(req, {
                        allow: ['user'],
                        allowLimitedAccess: true,
                      }),
                      targetPluginId: target,
                    })
                  : { reached: `${pluginId} ${req.path}` };
              res.json(answer);
            } catch (error) {
              next(error);
            }
          });
        },
      });
    },
  });
}

async function setUp() {
  const state: { fallen?: AgentStandingFailure; invoked: string[] } = {
    invoked: [],
  };
  const check = jest.fn(
    async (
      agentRef: string,
      options?: { keyThumbprint?: string },
    ): Promise<AgentStandingAnswer> => {
      const key = options?.keyThumbprint ?? THUMBPRINT;
      const reason = key === THUMBPRINT ? state.fallen : 'key-gone';
      return reason
        ? { stands: false, agentRef, reason, message: reason }
        : ({ stands: true, agentRef } as AgentStandingAnswer);
    },
  );
  const claims: jest.Mocked<LiveClaims> = {
    admit: jest.fn(),
    take: jest.fn().mockReturnValue(false),
    covers: jest.fn().mockReturnValue(false),
  };
  const { module, issue } = tokenIssuer();
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      module,
      ...['catalog', 'permission', 'agent-governance', 'other'].map(pluginId =>
        answering(pluginId, state.invoked),
      ),
      authServiceFactory,
      httpAuthServiceFactory,
      schedulerServiceFactory,
      actionsRegistryServiceFactory,
      perimeterServiceFactory,
      createServiceFactory({
        service: liveClaimsServiceRef,
        deps: {},
        factory: () => claims,
      }),
      createServiceFactory({
        service: agentStandingServiceRef,
        deps: {},
        factory: () => ({ check }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: 'http://localhost:7007',
            actions: { pluginSources: ['other'] },
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token: SERVICE_TOKEN, subject: 'robot' },
                },
              ],
            },
          },
          auth: { providers: { agent: {} } },
        },
      }),
    ],
  });
  const ask = (token: string | undefined, what: string) => {
    const [method, plugin, path] = what.split(' ');
    return request(server)
      [method.toLowerCase() as 'get' | 'post'](`/api/${plugin}${path}`)
      .set(token ? { authorization: `Bearer ${token}` } : {});
  };
  const agentToken = () => issue(BOT, { agk: THUMBPRINT });
  return { server, ask, issue, agentToken, check, claims, state };
}

describe('perimeterServiceFactory', () => {
  it('invariant 12: keeps an agent from everything that is not for agents', async () => {
    const { ask, agentToken, state } = await setUp();
    const token = await agentToken();
    for (const what of [
      'GET other /',
      'POST other /anything',
      'GET other /open',
      'GET other /cookie',
      'POST other /.backstage/scheduler/v1/tasks/nightly/trigger',
      'GET other /.backstage/actions/v1/actions',
      'POST other /.backstage/actions/v1/actions/else:act/invoke',
      'POST agent-governance /.backstage/scheduler/v1/tasks/nightly/trigger',
      'POST auth /v1/sessions/abc/approve',
      'GET auth /v1/authorize',
      'POST permission /authorize',
      'POST catalog /entities',
      'GET catalog /entities/../locations',
      'GET catalog ///entities',
    ]) {
      const { status, body } = await ask(token, what);
      expect([what, status, body.error?.name]).toEqual([
        what,
        403,
        'NotAllowedError',
      ]);
    }
    expect(state.invoked).toEqual([]);
  });

  it('lets an agent read what is listed, and have governance for itself', async () => {
    const { ask, agentToken } = await setUp();
    const token = await agentToken();
    for (const what of [
      'GET catalog /entities?filter=kind=component',
      'GET catalog /entities/by-name/component/default/api',
      'POST agent-governance /v1/action-requests',
    ]) {
      expect([what, (await ask(token, what)).status]).toEqual([what, 200]);
    }
  });

  it('leaves people, services and strangers alone, without a look at the catalog', async () => {
    const { ask, issue, check, state } = await setUp();
    const person = await issue('user:default/agent');
    for (const [token, what, expected] of [
      [person, 'POST other /anything', 200],
      [
        person,
        'POST other /.backstage/scheduler/v1/tasks/nightly/trigger',
        200,
      ],
      [
        person,
        'POST other /.backstage/actions/v1/actions/other:act/invoke',
        200,
      ],
      [SERVICE_TOKEN, 'POST other /anything', 200],
      [undefined, 'GET other /open', 200],
      [undefined, 'GET other /', 401],
      ['nonsense', 'GET other /', 401],
      ['nonsense', 'GET other /open', 200],
    ] as const) {
      expect([what, (await ask(token, what)).status]).toEqual([what, expected]);
    }
    expect(state.invoked).toEqual(['other:act']);
    expect(check).not.toHaveBeenCalled();
  });

  it('invariant 12: asks whether an agent is still who another issuer said it is', async () => {
    const { ask, issue, check } = await setUp();
    const token = await issue(BOT, {
      agf: { id: 'cluster', iss: 'https://cluster', sub: 'bot' },
    });
    await ask(token, 'POST agent-governance /v1/action-requests');
    expect(check).toHaveBeenLastCalledWith(BOT, {
      federated: {
        issuerId: 'cluster',
        issuer: 'https://cluster',
        subject: 'bot',
      },
    });
  });

  it.each([
    ['not-found', 401, 'AuthenticationError'],
    ['not-active', 401, 'AuthenticationError'],
    ['untrusted', 401, 'AuthenticationError'],
    ['could-not-check', 503, 'ServiceUnavailableError'],
  ] as const)(
    'invariant 12: an agent that was let in and is now %s passes nowhere',
    async (fallen, status, name) => {
      const { ask, agentToken, state } = await setUp();
      const token = await agentToken();
      expect((await ask(token, 'GET catalog /entities')).status).toBe(200);
      state.fallen = fallen;
      for (const what of [
        'GET catalog /entities',
        'GET agent-governance /v1/action-requests',
        'GET auth /v1/userinfo',
        'GET other /open',
      ]) {
        const answer = await ask(token, what);
        expect([what, answer.status, answer.body.error.name]).toEqual([
          what,
          status,
          name,
        ]);
      }
    },
  );

  it('lets an agent sign in anew, whatever token it still has', async () => {
    const { ask, agentToken, state } = await setUp();
    const token = await agentToken();
    state.fallen = 'key-gone';
    for (const old of [undefined, 'expired', token]) {
      expect((await ask(old, 'POST auth /agent/refresh')).body).toEqual({
        reached: 'sign-in',
      });
    }
  });

  it('invariant 12: an agent asks only with a token of its own sign-in, and while it has that key', async () => {
    const { server, ask, issue, agentToken } = await setUp();
    const cookie = await request(server)
      .get('/api/other/.backstage/auth/v1/cookie')
      .set('authorization', `Bearer ${await agentToken()}`);
    const withCookie = (path: string) =>
      request(server)
        .get(path)
        .set('cookie', `${cookie.get('Set-Cookie')}`);
    for (const answer of [
      await ask(await issue(BOT), 'GET catalog /entities'),
      await ask(await issue(BOT, { agk: 'old' }), 'GET catalog /entities'),
      await withCookie('/api/other/cookie'),
      await withCookie('/api/other/open'),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.body.error.message).toBe(
        'The agent may not act in this portal',
      );
    }
  });

  it.each(['Agent:default/bot', 'AGENT:Default/Bot', 'agent:bot'])(
    'invariant 12: takes %s for the agent it names',
    async sub => {
      const { ask, issue, check } = await setUp();
      const token = await issue(sub, { agk: THUMBPRINT });
      expect((await ask(token, 'POST other /anything')).status).toBe(403);
      expect(check).toHaveBeenCalledWith(sub, { keyThumbprint: THUMBPRINT });
    },
  );

  it('lets the platform ask on behalf of an agent for what it needs, and nothing else', async () => {
    const { ask, agentToken } = await setUp();
    const own = await agentToken();
    const onBehalf = async (token: string, what: string) =>
      (await ask(token, what)).body.token as string;
    const status = async (token: string, what: string) =>
      (await ask(token, what)).status;

    const governanceAt = (plugin: string) =>
      onBehalf(own, `GET agent-governance /v1?token=${plugin}`);
    const toCatalog = await governanceAt('catalog');
    expect(await status(toCatalog, 'POST catalog /entities/by-refs')).toBe(200);
    expect(await status(toCatalog, 'POST catalog /locations')).toBe(403);
    expect(await status(await governanceAt('other'), 'POST other /x')).toBe(
      403,
    );

    const catalogAt = (plugin: string) =>
      onBehalf(own, `GET catalog /entities?token=${plugin}`);
    const toPermission = await catalogAt('permission');
    expect(await status(toPermission, 'POST permission /authorize')).toBe(200);
    expect(await status(toPermission, 'POST permission /other')).toBe(403);
    expect(await status(await catalogAt('other'), 'POST other /x')).toBe(403);

    const back = await onBehalf(
      toPermission,
      'POST permission /authorize?token=catalog',
    );
    // It is reached, and finds the question empty.
    expect(await status(back, `POST catalog ${APPLY}`)).toBe(400);
    expect(await status(back, 'POST catalog /entities/by-refs')).toBe(403);
  });

  it('invariant 1: governance itself invokes for an agent only what it announced', async () => {
    const { ask, agentToken, claims, state } = await setUp();
    const { body } = await ask(
      await agentToken(),
      'GET agent-governance /v1?token=other',
    );
    const invoke = () =>
      ask(
        body.token,
        'POST other /.backstage/actions/v1/actions/other:act/invoke',
      );
    expect((await invoke()).status).toBe(403);
    expect(state.invoked).toEqual([]);
    claims.take.mockReturnValueOnce(true);
    expect((await invoke()).status).toBe(200);
    expect((await invoke()).status).toBe(403);
    expect(state.invoked).toEqual(['other:act']);
    expect(claims.take).toHaveBeenCalledWith({
      agentRef: BOT,
      plugin: 'other',
      route: 'POST other /.backstage/actions/v1/actions/other:act/invoke',
      bodyDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('invariant 12: what runs for an agent opens nothing that is never an agent’s', async () => {
    const { ask, agentToken, claims } = await setUp();
    const { body } = await ask(
      await agentToken(),
      'GET catalog /entities?token=other',
    );
    expect((await ask(body.token, 'POST other /anything')).status).toBe(403);
    claims.covers.mockReturnValue(true);
    expect((await ask(body.token, 'POST other /anything')).status).toBe(200);
    expect(claims.covers).toHaveBeenCalledWith({
      agentRef: BOT,
      caller: 'catalog',
      plugin: 'other',
    });
    for (const what of [
      'POST other /.backstage/scheduler/v1/tasks/nightly/trigger',
      'POST other /any%2fthing',
    ]) {
      expect([what, (await ask(body.token, what)).status]).toEqual([what, 403]);
    }
    expect((await ask(await agentToken(), 'POST other /anything')).status).toBe(
      403,
    );
  });

  it('invariant 12: the platform cannot ask on behalf of an agent that no longer stands', async () => {
    const { ask, agentToken, state } = await setUp();
    const { body } = await ask(
      await agentToken(),
      'GET catalog /entities?token=permission',
    );
    state.fallen = 'not-active';
    expect((await ask(body.token, 'POST permission /authorize')).status).toBe(
      401,
    );
  });
});
