import { createHmac } from 'node:crypto';
import { decodeJwt, UnsecuredJWT } from 'jose';
import request from 'supertest';
import { agent, AUDIENCE, BOT } from '../__testUtils__/agents';
import { FakeIssuer } from '../__testUtils__/FakeIssuer';
import { closeHttpServers } from '../__testUtils__/startHttpServer';
import { startPortal } from '../__testUtils__/startPortal';

const SUBJECT = 'system:serviceaccount:agents:bot';
const LONG_SUBJECT = `spiffe://example.org/${'agents/'.repeat(40)}bot`;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

function named(
  name: string,
  subject: string,
  spec: object = {},
  origin?: string,
) {
  const federated = [{ issuer: 'cluster', subject }];
  return agent(name, { identity: { federated }, ...spec }, origin);
}

async function setUp() {
  const cluster = await FakeIssuer.start();
  const other = await FakeIssuer.start();
  const portal = await startPortal({
    entities: [
      named('bot', SUBJECT),
      named('long', LONG_SUBJECT),
      named('one', 'claimed'),
      named('two', 'claimed'),
      named('upper', 'Shared'),
      named('lower', 'shared'),
      named('heir', 'inherited'),
      named('late', 'inherited', { lifecycle: 'retired' }),
      named('mine', 'envied'),
      named('stranger', 'envied', {}, 'url:https://example.com/a.yaml'),
      named('retired', 'gone', { lifecycle: 'retired' }),
    ],
    governance: {
      oauth: {},
      federation: {
        issuers: Object.fromEntries(
          [
            ['cluster', cluster],
            ['other', other],
          ].map(([id, { url }]: any) => [
            id,
            {
              issuer: url,
              audience: AUDIENCE,
              algorithms: ['RS256'],
              allowPrivateAddresses: true,
            },
          ]),
        ),
      },
    },
  });
  const issue = (claims: object = {}, header: object = {}) =>
    cluster.issue({ sub: SUBJECT, aud: AUDIENCE, ...claims }, header);
  const send = (form: object) =>
    request(portal.server)
      .post('/api/auth/agent/oauth/token')
      .type('form')
      .send(form);
  return { ...portal, cluster, other, issue, send };
}

describe('agents known by tokens of other issuers', () => {
  afterEach(closeHttpServers);

  it('invariant 12: sign in as themselves, at either door and in each way', async () => {
    const { cluster, issue, signIn, send, whoIs } = await setUp();
    const proof = { id: 'cluster', iss: cluster.url, sub: SUBJECT };
    const portal = await signIn(await issue({ jti: 'one' }));
    expect(portal.status).toBe(200);
    const { token } = portal.body.backstageIdentity;
    expect(decodeJwt(token)).toMatchObject({ sub: BOT, agf: proof });
    expect(decodeJwt(token)).not.toHaveProperty('agk');
    await expect(whoIs(token)).resolves.toMatchObject({
      info: { userEntityRef: BOT, ownershipEntityRefs: [BOT] },
    });

    const grant = await send({
      grant_type: JWT_BEARER,
      assertion: await issue({ jti: 'two' }),
    });
    expect(grant.status).toBe(200);
    const client = await send({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: await issue({ jti: 'three' }),
      client_id: BOT,
    });
    expect(client.status).toBe(200);
    for (const { body } of [grant, client]) {
      expect(decodeJwt(body.access_token)).toMatchObject({
        sub: BOT,
        agf: proof,
      });
    }
  });

  it('have what they signed in with written down', async () => {
    const { server, cluster, issue, signIn, ownToken } = await setUp();
    await signIn(await issue());
    const { body } = await request(server)
      .get('/api/auth/agent-governance/v1/agents/default/bot/sign-ins')
      .set('authorization', `Bearer ${await ownToken('agent-governance')}`);
    expect(body.items).toMatchObject([
      {
        method: 'federated',
        issuerId: 'cluster',
        issuer: cluster.url,
        subject: SUBJECT,
      },
    ]);
  });

  it('are found whatever their subject looks like, compared letter by letter', async () => {
    const { issue, signIn } = await setUp();
    for (const [sub, agentRef] of [
      [LONG_SUBJECT, 'agent:default/long'],
      ['Shared', 'agent:default/upper'],
      ['shared', 'agent:default/lower'],
      // Those who may not act are nobody, whatever they claim.
      ['inherited', 'agent:default/heir'],
      ['envied', 'agent:default/mine'],
    ]) {
      const { status, body } = await signIn(await issue({ sub }));
      expect([sub, status]).toEqual([sub, 200]);
      expect(body.backstageIdentity.identity.userEntityRef).toBe(agentRef);
    }
  });

  it('invariant 12: are nobody when two of them claim the same, and the log names both', async () => {
    const { issue, signIn, logger } = await setUp();
    const { status } = await signIn(await issue({ sub: 'claimed' }));
    expect(status).toBe(401);
    expect(logger.warn.mock.calls.flat().join()).toContain(
      'cluster "claimed" is named by agent:default/one and agent:default/two: none of them can sign in with it',
    );
  });

  it('invariant 12: use a token once, with an id or without', async () => {
    const { issue, signIn, send, refusals } = await setUp();
    for (const claims of [{ jti: 'x' }, {}]) {
      const token = await issue(claims);
      const answers = await Promise.all([
        ...Array.from({ length: 4 }, () => signIn(token)),
        ...Array.from({ length: 4 }, () =>
          send({ grant_type: JWT_BEARER, assertion: token }),
        ),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    }
    expect(refusals()).toEqual(Array(14).fill('replayed'));
  });

  it('invariant 12: are refused alike, and the log alone knows why', async () => {
    const { cluster, other, issue, signIn, refusals } = await setUp();
    const now = Math.floor(Date.now() / 1000);
    const [, payload] = (await issue()).split('.');
    const hmac = (key: string) => {
      const header = Buffer.from('{"alg":"HS256","kid":"first"}').toString(
        'base64url',
      );
      const signed = `${header}.${payload}`;
      const signature = createHmac('sha256', key).update(signed);
      return `${signed}.${signature.digest('base64url')}`;
    };
    const cases: Array<[string, string]> = [
      ['wrong-audience', await issue({ aud: 'https://elsewhere' })],
      ['wrong-audience', await issue({ aud: [AUDIENCE, 'https://b'] })],
      ['wrong-audience', await issue({ aud: undefined })],
      ['expired', await issue({ iat: now - 3600, exp: now - 60 })],
      ['not-yet-valid', await issue({ nbf: now + 60 })],
      ['lives-too-long', await issue({ exp: now + 3601 })],
      ['lives-too-long', await issue({ iat: undefined, exp: now + 7200 })],
      ['malformed', await issue({ exp: undefined })],
      ['bad-subject', await issue({ sub: undefined })],
      ['bad-subject', await issue({ sub: 'x'.repeat(2049) })],
      ['bad-jti', await issue({ jti: 'x'.repeat(257) })],
      ['unknown-identity', await issue({ sub: 'nobody' })],
      ['unknown-identity', await issue({ sub: 'gone' })],
      ['unknown-identity', await issue({ sub: BOT })],
      ['identity-claimed-twice', await issue({ sub: 'claimed' })],
      ['unknown-issuer', await issue({ iss: `${cluster.url}/` })],
      // Believed for what it says itself, not for what another would say.
      ['unknown-identity', await other.issue({ sub: SUBJECT, aud: AUDIENCE })],
      [
        'wrong-signature',
        await other.issue({ iss: cluster.url, sub: SUBJECT, aud: AUDIENCE }),
      ],
      // An issuer is not the agent, though it can write its name.
      ['wrong-audience', await issue({ iss: BOT, sub: BOT, aud: 'x' })],
      ['algorithm-not-allowed', await issue({}, { alg: 'PS256' })],
      [
        'algorithm-not-allowed',
        new UnsecuredJWT({
          iss: cluster.url,
          sub: SUBJECT,
          aud: AUDIENCE,
          exp: now + 60,
        }).encode(),
      ],
      [
        'algorithm-not-allowed',
        hmac(JSON.stringify(cluster.document('/keys'))),
      ],
      ['wrong-type', await issue({}, { typ: 'at+jwt' })],
      ['too-large', await issue({ more: 'x'.repeat(17_000) })],
    ];
    for (const [reason, token] of cases) {
      const { status, body } = await signIn(token);
      expect([reason, status, body.error?.message]).toEqual([
        reason,
        401,
        'The agent could not be signed in',
      ]);
    }
    expect(refusals()).toEqual(cases.map(([reason]) => reason));
  });

  it('invariant 12: get nowhere with the token itself, on open routes or others', async () => {
    const { server, issue } = await setUp();
    const authorization = `Bearer ${await issue()}`;
    for (const [path, expected] of [
      ['/api/other/', 401],
      ['/api/auth/agent-governance/v1/agents/default/bot/sign-ins', 401],
    ] as const) {
      const { status } = await request(server).get(path).set({ authorization });
      expect([path, status]).toEqual([path, expected]);
    }
    const minted = await request(server)
      .post('/api/auth/agent-governance/v1/agent-tokens')
      .set({ authorization })
      .send({ agentRef: BOT });
    expect(minted.status).toBe(401);
  });

  it('invariant 2: are told to try again while the issuer does not answer', async () => {
    const { cluster, issue, signIn, send } = await setUp();
    cluster.answer = (_req, res) => res.writeHead(500).end();
    const token = await issue();
    expect((await signIn(token)).status).toBe(503);
    const { status, body } = await send({
      grant_type: JWT_BEARER,
      assertion: token,
    });
    expect([status, body.error]).toEqual([503, 'temporarily_unavailable']);
  });
});
