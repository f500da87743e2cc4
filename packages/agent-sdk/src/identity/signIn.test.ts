import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { calculateJwkThumbprint, decodeJwt, importJWK, jwtVerify } from 'jose';
import { newKey } from '../__testUtils__/agentKey';
import { FakePortal } from '../__testUtils__/FakePortal';
import { quickly } from '../__testUtils__/quickly';
import { GovernedAgent } from '../GovernedAgent';

const agentRef = 'agent:default/deploy-bot';

describe('signing in at the portal', () => {
  let portal: FakePortal;
  const key = newKey();

  beforeEach(async () => {
    portal = new FakePortal();
    await portal.start();
  });

  afterEach(() => portal.stop());

  const agentWith = (change: object = {}) =>
    GovernedAgent.create({
      portalUrl: portal.url,
      agentRef,
      key,
      retry: quickly,
      ...change,
    });

  it.each([
    ['ed25519', 'EdDSA'],
    ['p256', 'ES256'],
    ['rsa', 'RS256'],
  ] as const)('proves itself with an %s key', async (sort, alg) => {
    const jwk = newKey(sort);
    await agentWith({ key: jwk }).token();

    const { d, ...publicKey } = jwk;
    expect(portal.assertions).toEqual([
      {
        alg,
        kid: await calculateJwkThumbprint(publicKey),
        iss: agentRef,
        sub: agentRef,
        aud: `${portal.url}/api/auth`,
        iat: expect.any(Number),
        exp: portal.assertions[0].iat! + 60,
        jti: expect.stringMatching(/.{36}/),
      },
    ]);
  });

  it('signs another assertion each time, by the key that is in the file then', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'agent-key-'));
    try {
      const file = join(folder, 'agent.json');
      writeFileSync(file, JSON.stringify(newKey()));
      const agent = agentWith({ key: file, audience: 'portal' });
      await agent.token();
      writeFileSync(file, JSON.stringify(newKey()));
      portal.troubles = ['none', 'forgotten'];
      await agent.actions().catch(() => {});
      await agent.actions().catch(() => {});

      const [first, second] = portal.assertions;
      expect(portal.assertions).toHaveLength(2);
      expect(first.aud).toBe('portal');
      expect(second.jti).not.toBe(first.jti);
      expect(second.kid).not.toBe(first.kid);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('proves itself with what its platform says of it', async () => {
    const getToken = jest.fn(async () => 'e30.eyJzdWIiOiJzYSJ9.c2ln');
    await GovernedAgent.create({
      portalUrl: portal.url,
      agentRef,
      getToken,
    }).token();

    expect(getToken).toHaveBeenCalledWith(`${portal.url}/api/auth`);
    expect(portal.assertions).toEqual([{ sub: 'sa' }]);
  });

  it('goes by the portal’s clock', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2031-01-01T00:00:00Z'));
    const agent = agentWith();
    await agent.token();
    await agent.token();
    jest.restoreAllMocks();
    expect(portal.assertions).toHaveLength(1);
  });

  it.each([400, 401, 403])('gives up when it is answered %d', async status => {
    portal.override = () => ({
      status,
      body: { error: { name: 'Any', message: 'not you' } },
    });
    await expect(agentWith().actions()).rejects.toMatchObject({
      name: 'NotSignedInError',
      status,
      message: expect.stringContaining('not you'),
    });
    expect(portal.seen).toHaveLength(1);
  });

  it('tries again while the portal is away, and says that it was', async () => {
    portal.troubles = ['dropped-before', 'unavailable', 'busy'];
    await expect(agentWith().token()).resolves.toBeTruthy();

    portal.override = () => ({ status: 503, body: {} });
    await expect(
      agentWith({ retry: { ...quickly, withinSeconds: 0.05 } }).actions(),
    ).rejects.toMatchObject({ name: 'PortalUnavailableError', status: 503 });
  });

  it.each([
    ['no private key', { kty: 'OKP', crv: 'Ed25519', x: 'abc' }, 'private key'],
    ['a curve', { kty: 'EC', crv: 'P-521', d: 'secret' }, 'EC P-256'],
    ['a secret', { kty: 'oct', k: 'secret', d: 'secret' }, 'EC P-256'],
  ])(
    'says what is wrong with %s, and shows none of it',
    async (_, bad, why) => {
      const error = await agentWith({ key: bad })
        .token()
        .catch(thrown => thrown);
      expect(error.name).toBe('NotSignedInError');
      expect(error.message).toContain(why);
      expect(String(error.stack)).not.toContain('secret');
    },
  );

  it('does not mistake a key that is not there for a portal that is not', async () => {
    await expect(
      agentWith({ key: '/nowhere/key.json' }).actions(),
    ).rejects.toMatchObject({
      name: 'NotSignedInError',
      message: expect.stringContaining('/nowhere/key.json'),
    });
    expect(portal.seen).toEqual([]);
  });

  it('does not take an answer without a token for one', async () => {
    portal.override = () => ({ status: 200, body: { hello: 'world' } });
    await expect(agentWith().token()).rejects.toMatchObject({
      name: 'NotSignedInError',
      message: expect.stringContaining('no token'),
    });
  });

  it.each([
    ['withinSeconds', Number.NaN],
    ['firstPauseMs', -1],
  ])('refuses %s %p', (name, value) => {
    expect(() => agentWith({ retry: { [name]: value } })).toThrow(
      `retry.${name} must be a number`,
    );
  });
});

describe('signing in by OAuth', () => {
  const key = newKey('p256');
  let server: Server;
  let issuer: string;
  let claimed: string;
  let forms: URLSearchParams[];
  let refuse: boolean;

  beforeEach(async () => {
    forms = [];
    refuse = false;
    server = createServer(async (req, res) => {
      const form = new URLSearchParams(await text(req));
      const answer = (status: number, body: object) =>
        res.writeHead(status).end(JSON.stringify(body));
      if (req.url === '/.well-known/oauth-authorization-server/agents') {
        answer(200, {
          issuer: claimed,
          token_endpoint: `${issuer}/token`,
        });
      } else if (req.url === '/agents/token' && !refuse) {
        forms.push(form);
        answer(200, { access_token: `t${forms.length}`, expires_in: 600 });
      } else {
        answer(401, {
          error: 'invalid_client',
          error_description: 'no such client',
        });
      }
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    issuer = `http://127.0.0.1:${
      (server.address() as AddressInfo).port
    }/agents`;
    claimed = issuer;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  });

  const agent = () =>
    GovernedAgent.create({
      portalUrl: 'http://portal.invalid',
      agentRef,
      key,
      oauth: { issuer, resource: 'http://portal.invalid/mcp' },
      retry: quickly,
    });

  it('finds the token endpoint and proves itself there', async () => {
    await expect(agent().token()).resolves.toBe('t1');

    const { client_assertion: assertion, ...form } = Object.fromEntries(
      forms[0],
    );
    expect(form).toEqual({
      grant_type: 'client_credentials',
      client_id: agentRef,
      client_assertion_type:
        'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      resource: 'http://portal.invalid/mcp',
    });
    const { d, ...publicKey } = key;
    await jwtVerify(assertion, await importJWK(publicKey, 'ES256'), {
      audience: issuer,
      issuer: agentRef,
      subject: agentRef,
    });
    expect(decodeJwt(assertion).aud).toBe(issuer);
  });

  it('believes no metadata of another issuer', async () => {
    claimed = 'http://elsewhere.example';
    await expect(agent().token()).rejects.toMatchObject({
      name: 'NotSignedInError',
      message: expect.stringContaining('http://elsewhere.example'),
    });
    expect(forms).toEqual([]);
  });

  it('gives up when it is refused', async () => {
    refuse = true;
    await expect(agent().token()).rejects.toMatchObject({
      name: 'NotSignedInError',
      message: expect.stringContaining('no such client'),
    });
  });
});
