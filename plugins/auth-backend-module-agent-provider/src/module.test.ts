import { generateKeyPairSync } from 'node:crypto';
import { jwkThumbprint } from '@agentgov/backstage-plugin-agent-governance-common';
import { JsonObject } from '@backstage/types';
import { decodeJwt } from 'jose';
import request from 'supertest';
import {
  agent,
  assertionOf,
  BOT,
  KEY,
  privateKey,
} from './__testUtils__/agents';
import { SERVICE_TOKEN, startPortal } from './__testUtils__/startPortal';

async function setUp(provider?: JsonObject | null) {
  const portal = await startPortal({
    provider,
    entities: [
      agent('bot'),
      agent('retired', { lifecycle: 'retired' }),
      agent('keyless', { identity: undefined }),
      agent('stranger', {}, 'url:https://example.com/a.yaml'),
    ],
  });
  const mint = (token: string | undefined, body: object = { agentRef: BOT }) =>
    request(portal.server)
      .post('/api/auth/agent-governance/v1/agent-tokens')
      .set(token ? { authorization: `Bearer ${token}` } : {})
      .send(body);
  return { ...portal, mint };
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
      [token, 403, 'Nobody gets what is another'],
      [onBehalf.body.token, 403, 'Nobody gets what is another'],
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
