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
} from '../__testUtils__/agents';
import { SERVICE_TOKEN, startPortal } from '../__testUtils__/startPortal';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

async function setUp(oauth: JsonObject = {}) {
  const portal = await startPortal({
    entities: [
      agent('bot'),
      agent('retired', { lifecycle: 'retired' }),
      agent('stranger', {}, 'url:https://example.com/a.yaml'),
    ],
    governance: { oauth },
  });
  const baseUrl = `http://localhost:${portal.server.port()}`;
  const issuer = `${baseUrl}/api/auth/agent/oauth`;
  const send = (
    form: Record<string, unknown>,
    headers: Record<string, string> = {},
  ) =>
    request(portal.server)
      .post('/api/auth/agent/oauth/token')
      .type('form')
      .set(headers)
      .send(form);
  const assertion = (agentRef = BOT, key = privateKey, claims: object = {}) =>
    assertionOf(agentRef, key, { aud: issuer, ...claims });
  const credentials = async (more: object = {}) => ({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: await assertion(),
    ...more,
  });
  return { ...portal, baseUrl, issuer, send, assertion, credentials };
}

describe('the authorization server for agents', () => {
  it('describes itself (RFC 8414) and the gateway (RFC 9728) where clients look', async () => {
    const { server, baseUrl, issuer } = await setUp();
    const gateway = `${baseUrl}/api/agent-governance/mcp`;
    const resource = await request(server).get(
      '/.well-known/oauth-protected-resource/api/agent-governance/mcp',
    );
    expect([resource.status, resource.body]).toEqual([
      200,
      {
        resource: gateway,
        authorization_servers: [issuer],
        scopes_supported: ['agent'],
        bearer_methods_supported: ['header'],
        resource_name: 'Agent governance',
      },
    ]);
    const metadata = await request(server).get(
      '/.well-known/oauth-authorization-server/api/auth/agent/oauth',
    );
    expect([metadata.status, metadata.body]).toEqual([
      200,
      {
        issuer,
        token_endpoint: `${issuer}/token`,
        authorization_endpoint: `${issuer}/authorize`,
        response_types_supported: [],
        grant_types_supported: ['client_credentials', JWT_BEARER],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: [
          'ES256',
          'EdDSA',
          'RS256',
        ],
        scopes_supported: ['agent'],
      },
    ]);
    const authorize = await request(server).get(
      '/api/auth/agent/oauth/authorize',
    );
    expect([authorize.status, authorize.body.error]).toEqual([
      400,
      'unsupported_response_type',
    ]);
  });

  it('invariant 13: gives an agent the token it would get at sign-in', async () => {
    const { baseUrl, send, credentials, signIn, whoIs } = await setUp();
    const { status, body, headers } = await send(
      await credentials({
        client_id: BOT,
        scope: 'agent',
        resource: `${baseUrl}/api/agent-governance/mcp`,
      }),
    );
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: expect.any(Number),
        scope: 'agent',
      },
    ]);
    expect(headers['cache-control']).toBe('no-store');
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({ sub: BOT, agk: jwkThumbprint(KEY) });
    expect(Math.abs(claims.exp! - claims.iat! - body.expires_in)).toBeLessThan(
      5,
    );
    const { body: portal } = await signIn(await assertionOf(BOT));
    expect(Object.keys(claims).sort()).toEqual(
      Object.keys(decodeJwt(portal.backstageIdentity.token)).sort(),
    );
    await expect(whoIs(body.access_token)).resolves.toMatchObject({
      principal: { type: 'user', userEntityRef: BOT },
      info: { userEntityRef: BOT, ownershipEntityRefs: [BOT] },
    });
  });

  it('takes the assertion as a grant too (RFC 7523 §2.1)', async () => {
    const { send, assertion } = await setUp();
    const { status, body } = await send({
      grant_type: JWT_BEARER,
      assertion: await assertion(),
    });
    expect(status).toBe(200);
    expect(decodeJwt(body.access_token)).toMatchObject({ sub: BOT });
  });

  it('invariant 12: refuses every agent alike, and the log alone knows why', async () => {
    const { send, assertion, credentials, refusals, signIn } = await setUp();
    const used = await credentials();
    expect((await send(used)).status).toBe(200);
    const { privateKey: stolen } = generateKeyPairSync('ed25519');
    const client = async (
      client_assertion: unknown,
      more: object = {},
    ): Promise<Record<string, unknown>> => ({
      ...(await credentials()),
      client_assertion,
      ...more,
    });
    const cases: Array<
      [string, Record<string, unknown>, Record<string, string>?]
    > = [
      ['replayed', used],
      ['missing', await client(undefined)],
      [
        'missing',
        await client(await assertion(), { client_assertion_type: '' }),
      ],
      ['malformed', await client('nonsense')],
      ['too-large', await client('x'.repeat(17_000))],
      ['wrong-signature', await client(await assertion(BOT, stolen))],
      ['not-found', await client(await assertion('agent:default/nobody'))],
      ['not-active', await client(await assertion('agent:default/retired'))],
      ['untrusted', await client(await assertion('agent:default/stranger'))],
      [
        'unknown-issuer',
        await client(
          await assertion(BOT, privateKey, { iss: 'https://elsewhere' }),
        ),
      ],
      // Good for the portal's own sign-in, and nowhere else.
      ['wrong-audience', await client(await assertionOf(BOT))],
      [
        'client-mismatch',
        await client(await assertion(), { client_id: 'agent:default/other' }),
      ],
      [
        'unsupported-authentication',
        await client(undefined, { client_id: BOT, client_secret: 'secret' }),
      ],
      [
        'unsupported-authentication',
        await credentials(),
        { authorization: `Bearer ${SERVICE_TOKEN}` },
      ],
      [
        'unsupported-authentication',
        await credentials(),
        { authorization: 'Basic YTpi' },
      ],
    ];
    for (const [reason, form, headers] of cases) {
      const { status, body, headers: answer } = await send(form, headers);
      expect([reason, status, body]).toEqual([
        reason,
        401,
        {
          error: 'invalid_client',
          error_description: 'The agent could not be signed in',
        },
      ]);
      expect(answer['www-authenticate']).toMatch(/^(Bearer|Basic)/);
    }
    expect(refusals()).toEqual(cases.map(([reason]) => reason));
    // Nor is one for the authorization server good for the portal's own sign-in.
    expect((await signIn(await assertion())).status).toBe(401);
  });

  it('refuses a grant by its own name', async () => {
    const { send } = await setUp();
    const { status, body } = await send({
      grant_type: JWT_BEARER,
      assertion: await assertionOf(BOT),
    });
    expect([status, body.error]).toEqual([400, 'invalid_grant']);
  });

  it('invariant 12: of one assertion sent many times at once, to both doors, one gets a token', async () => {
    const { server, send, credentials } = await setUp();
    const form = await credentials();
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => send(form)),
      ...Array.from({ length: 2 }, () =>
        request(server)
          .post('/api/auth/agent/refresh')
          .send({ client_assertion: form.client_assertion }),
      ),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('says what is wrong with a request, in the words of OAuth', async () => {
    const { send, credentials, assertion } = await setUp();
    const good = await credentials();
    for (const [error, form] of [
      ['invalid_request', { ...good, grant_type: undefined }],
      ['unsupported_grant_type', { ...good, grant_type: 'authorization_code' }],
      ['unsupported_grant_type', { ...good, grant_type: 'password' }],
      ['invalid_request', { ...good, client_id: [BOT, BOT] }],
      ['invalid_request', { ...good, scope: ['agent', 'agent'] }],
      ['invalid_scope', { ...good, scope: 'agent openid' }],
      ['invalid_target', { ...good, resource: 'https://elsewhere' }],
      ['invalid_request', { grant_type: JWT_BEARER }],
      [
        'invalid_request',
        { ...good, grant_type: JWT_BEARER, assertion: await assertion() },
      ],
    ] as const) {
      const { status, body } = await send(form);
      expect([error, status, body]).toEqual([
        error,
        400,
        { error, error_description: expect.any(String) },
      ]);
    }
    // Nothing of it has used the assertion up.
    expect((await send(good)).status).toBe(200);
  });

  it('reads forms of a reasonable size, and nothing else', async () => {
    const { server, send, credentials } = await setUp();
    const form = await credentials();
    const json = await request(server)
      .post('/api/auth/agent/oauth/token')
      .send(form);
    expect([json.status, json.body.error]).toEqual([400, 'invalid_request']);
    const large = await send({ ...form, more: 'x'.repeat(40_000) });
    expect([large.status, large.body.error]).toEqual([413, 'invalid_request']);
    const query = await request(server)
      .post('/api/auth/agent/oauth/token')
      .type('form')
      .query(form);
    expect(query.status).toBe(400);
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`p${index}`, '']),
    );
    const parameters = await send({ ...form, ...many });
    expect(parameters.body.error).toBe('invalid_request');
  });

  it('answers one client so many times, then makes it wait', async () => {
    const { send } = await setUp({ rateLimit: { burst: 3, perMinute: 1 } });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) {
      statuses.push((await send({})).status);
    }
    expect(statuses).toEqual([400, 400, 400, 429, 429]);
    const { headers, body } = await send({});
    expect(headers['retry-after']).toBe('60');
    expect(body.error).toBe('temporarily_unavailable');
  });

  it('is not there unless configured', async () => {
    const { server } = await startPortal({ entities: [agent('bot')] });
    for (const path of [
      '/.well-known/oauth-authorization-server/api/auth/agent/oauth',
      '/.well-known/oauth-protected-resource/api/agent-governance/mcp',
    ]) {
      expect((await request(server).get(path)).status).toBe(404);
    }
    const token = await request(server).post('/api/auth/agent/oauth/token');
    expect(token.status).toBe(404);
  });

  it('stops the start without the provider whose tokens it gives out', async () => {
    await expect(
      startPortal({ entities: [], provider: null, governance: { oauth: {} } }),
    ).rejects.toThrow('agentGovernance.oauth needs auth.providers.agent');
  });

  it('stops the start where the portal’s own metadata stands in the way, naming the key', async () => {
    await expect(
      startPortal({
        entities: [],
        governance: { oauth: {} },
        auth: { clientIdMetadataDocuments: { enabled: true } },
      }),
    ).rejects.toThrow('auth.clientIdMetadataDocuments.enabled');
  });
});
