import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { PortalSession, SignInError } from './PortalSession';

describe('PortalSession', () => {
  let server: Server;
  let url: string;
  let publicKey: CryptoKey;
  let session: PortalSession;
  let assertions: string[];
  let refuseSignIn: boolean;
  /** Tokens the portal no longer believes. */
  let forgotten: Set<string>;

  async function answer(req: IncomingMessage): Promise<[number, object]> {
    if (req.url === '/api/auth/agent/refresh') {
      const { client_assertion: assertion } = (await json(req)) as any;
      assertions.push(assertion);
      const token = await new SignJWT({ n: assertions.length })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(Buffer.from('secret'));
      return refuseSignIn ? [401, {}] : [200, { backstageIdentity: { token } }];
    }
    const bearer = req.headers.authorization?.split(' ')[1] ?? '';
    return forgotten.has(bearer) ? [401, {}] : [200, { bearer }];
  }

  beforeEach(async () => {
    assertions = [];
    refuseSignIn = false;
    forgotten = new Set();
    server = createServer(async (req, res) => {
      const [status, body] = await answer(req);
      res.writeHead(status).end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => server.listen(0, resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    const pair = await generateKeyPair('ES256', { extractable: true });
    publicKey = pair.publicKey as CryptoKey;
    session = PortalSession.create({
      agentRef: 'agent:default/deploy-bot',
      key: { privateJwk: await exportJWK(pair.privateKey), kid: 'kid-1' },
      portalUrl: url,
    });
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('signs in once, with an assertion the portal can check', async () => {
    await Promise.all([session.fetch(url), session.fetch(url)]);
    await session.fetch(url);

    expect(assertions).toHaveLength(1);
    const { payload, protectedHeader } = await jwtVerify(
      assertions[0],
      publicKey,
      {
        issuer: 'agent:default/deploy-bot',
        subject: 'agent:default/deploy-bot',
        audience: `${url}/api/auth`,
      },
    );
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'kid-1' });
    expect(payload.jti).toBeTruthy();
    expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(300);
  });

  it('signs in again when the portal forgot it, with another assertion', async () => {
    const first = await (await session.fetch(url)).json();
    forgotten.add(first.bearer);

    const response = await session.fetch(url);

    expect(response.status).toBe(200);
    expect(assertions).toHaveLength(2);
    expect(assertions[1]).not.toBe(assertions[0]);
  });

  it('says so when it may not sign in, and tries afresh next time', async () => {
    refuseSignIn = true;
    await expect(session.fetch(url)).rejects.toThrow(SignInError);
    refuseSignIn = false;
    await expect(session.fetch(url)).resolves.toMatchObject({ status: 200 });
  });
});
