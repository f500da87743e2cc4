import { generateKeyPairSync, KeyObject, randomUUID } from 'node:crypto';
import {
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
import { decodeJwt, SignJWT } from 'jose';
import request from 'supertest';
import {
  AgentPublicKey,
  jwkThumbprint,
} from '@agentgov/backstage-plugin-agent-governance-common';
import authModuleAgentProvider from './index';

const BOT = 'agent:default/bot';
const AUDIENCE = 'https://portal.example.com';
const SERVICE_TOKEN = 'a-token-of-some-service';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = publicKey.export({ format: 'jwk' }) as AgentPublicKey;

function agent(name: string, spec: object = {}, origin = 'file:/a.yaml') {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-origin-location': origin },
    },
    // A Group entity may list anyone as its member.
    relations: [{ type: 'memberOf', targetRef: 'group:default/admins' }],
    spec: {
      type: 'deployer',
      lifecycle: 'production',
      owner: 'payments',
      autonomy: 'supervised',
      identity: { keys: [KEY] },
      ...spec,
    },
  } satisfies Entity;
}

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

async function setUp(provider: object | null = { audience: AUDIENCE }) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleAgentProvider,
      authServiceFactory,
      httpAuthServiceFactory,
      userInfoServiceFactory,
      probe('agent-governance'),
      probe('other'),
      catalogServiceMock.factory({
        entities: [
          agent('bot'),
          agent('retired', { lifecycle: 'retired' }),
          agent('keyless', { identity: undefined }),
          agent('stranger', {}, 'url:https://example.com/a.yaml'),
        ],
      }),
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
          auth: { providers: provider ? { agent: provider } : {} },
          agentGovernance: {
            trust: [{ originLocation: 'file:*', kinds: ['Agent'] }],
          },
        },
      }),
    ],
  });
  const whoIs = async (token: string) =>
    (
      await request(server)
        .get('/api/other/')
        .set('authorization', `Bearer ${token}`)
    ).body;
  const ownToken = async (pluginId: string) =>
    (await request(server).get(`/api/${pluginId}/own`)).body.token;
  const signIn = (client_assertion: unknown) =>
    request(server).post('/api/auth/agent/refresh').send({ client_assertion });
  const mint = (token: string | undefined, body: object = { agentRef: BOT }) =>
    request(server)
      .post('/api/auth/agent-governance/v1/agent-tokens')
      .set(token ? { authorization: `Bearer ${token}` } : {})
      .send(body);
  return { server, signIn, mint, whoIs, ownToken };
}

async function assertionOf(
  agentRef: string,
  key: KeyObject = privateKey,
  claims: object = {},
) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(agentRef)
    .setSubject(agentRef)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(key);
}

describe('authModuleAgentProvider', () => {
  it('invariant 12: signs an agent in as itself and nothing else', async () => {
    const { signIn, whoIs } = await setUp();
    const { status, body } = await signIn(await assertionOf(BOT));
    expect(status).toBe(200);
    const { token, identity } = body.backstageIdentity;
    expect(identity).toEqual({
      type: 'user',
      userEntityRef: BOT,
      ownershipEntityRefs: [BOT],
    });
    expect(decodeJwt(token)).toMatchObject({
      sub: BOT,
      agk: jwkThumbprint(KEY),
    });
    await expect(whoIs(token)).resolves.toMatchObject({
      principal: { type: 'user', userEntityRef: BOT },
      info: { userEntityRef: BOT, ownershipEntityRefs: [BOT] },
    });
  });

  it('takes the form of RFC 7523 too, with its type', async () => {
    const { server } = await setUp();
    const send = async (fields: object) =>
      request(server)
        .post('/api/auth/agent/refresh')
        .type('form')
        .send({ client_assertion: await assertionOf(BOT), ...fields });
    const client_assertion_type =
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    expect((await send({ client_assertion_type })).status).toBe(200);
    expect((await send({})).status).toBe(401);
  });

  it('invariant 12: refuses everything else with one and the same answer', async () => {
    const { server, signIn } = await setUp();
    const used = await assertionOf(BOT);
    expect((await signIn(used)).status).toBe(200);
    const refusals = await Promise.all([
      signIn(used),
      signIn(undefined),
      signIn('nonsense'),
      signIn(await assertionOf(BOT, generateKeyPairSync('ed25519').privateKey)),
      signIn(await assertionOf(BOT, privateKey, { jti: undefined })),
      signIn(await assertionOf('agent:default/nobody')),
      signIn(await assertionOf('agent:default/retired')),
      signIn(await assertionOf('agent:default/keyless')),
      signIn(await assertionOf('agent:default/stranger')),
      signIn(await assertionOf('user:default/jo')),
      request(server)
        .post('/api/auth/agent/refresh')
        .query({ client_assertion: await assertionOf(BOT) }),
    ]);
    for (const { status, body } of refusals) {
      expect(status).toBe(401);
      expect(body.error).toEqual({
        name: 'AuthenticationError',
        message: 'The agent could not be signed in',
      });
    }
  });

  it('invariant 12: of one assertion used many times at once, one gets a token', async () => {
    const { signIn } = await setUp();
    const assertion = await assertionOf(BOT);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => signIn(assertion)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('does not mind an old token in the header, but tells a service that it is no agent', async () => {
    const { signIn, ownToken } = await setUp();
    const withToken = async (token: string) =>
      signIn(await assertionOf(BOT)).set('authorization', `Bearer ${token}`);
    expect((await withToken('expired')).status).toBe(200);
    for (const token of [SERVICE_TOKEN, await ownToken('other')]) {
      const { status, body } = await withToken(token);
      expect(status).toBe(403);
      expect(body.error.message).toMatch('A service token is not an agent');
    }
  });

  it('invariant 12: mints a token to act later as an agent, for the agent-governance plugin', async () => {
    const { mint, ownToken, whoIs } = await setUp();
    const { status, body } = await mint(await ownToken('agent-governance'));
    expect(status).toBe(200);
    const claims = decodeJwt(body.token);
    expect(claims).toMatchObject({ sub: BOT });
    expect(claims).not.toHaveProperty('agk');
    expect(body.expiresAt).toBe(new Date(claims.exp! * 1000).toISOString());
    await expect(whoIs(body.token)).resolves.toMatchObject({
      info: { userEntityRef: BOT, ownershipEntityRefs: [BOT] },
    });
  });

  it('invariant 12: mints for nobody else', async () => {
    const { server, mint, ownToken, signIn } = await setUp();
    const { body } = await signIn(await assertionOf(BOT));
    const { token } = body.backstageIdentity;
    const onBehalf = await request(server)
      .get('/api/agent-governance/')
      .set('authorization', `Bearer ${token}`);
    for (const [caller, expected, message] of [
      [undefined, 401, 'Missing credentials'],
      ['nonsense', 401, 'Illegal token'],
      [SERVICE_TOKEN, 403, 'A service is not an agent'],
      [await ownToken('other'), 403, 'A service is not an agent'],
      [token, 403, 'Nobody gets another'],
      [onBehalf.body.token, 403, 'Nobody gets another'],
    ] as const) {
      const answer = await mint(caller);
      expect([answer.status, answer.body.error.message]).toEqual([
        expected,
        expect.stringContaining(message),
      ]);
      expect(answer.body).not.toHaveProperty('token');
    }
  });

  it.each([
    [{ agentRef: 'agent:default/retired' }, 403, 'not-active'],
    [{ agentRef: 'agent:default/stranger' }, 403, 'untrusted'],
    [{ agentRef: 'agent:default/nobody' }, 403, 'not-found'],
    [{ agentRef: 'user:default/jo' }, 403, 'not-an-agent'],
    [{ agentRef: 17 }, 400, 'agentRef'],
    [{}, 400, 'agentRef'],
  ])('invariant 12: mints nothing for %j', async (body, status, message) => {
    const { mint, ownToken } = await setUp();
    const answer = await mint(await ownToken('agent-governance'), body);
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it('says what is missing when the provider is not configured', async () => {
    const { mint, ownToken, signIn } = await setUp(null);
    const answer = await mint(await ownToken('agent-governance'));
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toMatch('auth.providers.agent');
    expect((await signIn(await assertionOf(BOT))).status).toBe(404);
  });
});
