import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  PrivateKeyJwtProvider,
  StaticPrivateKeyJwtProvider,
} from '@modelcontextprotocol/sdk/client/auth-extensions.js';
import { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { JWTPayload, SignJWT } from 'jose';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const BOT = 'agent:default/deploy-bot';
const SUBJECT = 'system:serviceaccount:Agents:cloud-bot';

/** A cluster that signs tokens for what runs in it. */
async function startCluster() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'a' }];
  const server = createServer((_req, res) => res.end(JSON.stringify({ keys })));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const issue = (claims: JWTPayload) =>
    new SignJWT({ iss: issuer, aud: 'portal', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'a' })
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
  return { issuer, issue, stop: () => server.close() };
}

function cloudBot(name: string, subject: string) {
  return entity('Agent', name, {
    type: 'deployer',
    lifecycle: 'production',
    owner: 'payments',
    operates: ['component:payments-api'],
    autonomy: 'autonomous',
    identity: { federated: [{ issuer: 'cluster', subject }] },
  });
}

describe('the official MCP client at the gateway, signed in by OAuth', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let portal: TestPortal;

  const connect = async (authProvider: OAuthClientProvider) => {
    const client = new Client({ name: 'stock', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`${portal.url}/api/agent-governance/mcp`),
        { authProvider },
      ),
    );
    return client;
  };
  const issuer = () => `${portal.url}/api/auth/agent/oauth`;
  const inCluster = async (subject: string) =>
    new StaticPrivateKeyJwtProvider({
      clientId: 'not looked at',
      jwtBearerAssertion: await cluster.issue({ sub: subject }),
      expectedIssuer: issuer(),
    });

  beforeAll(async () => {
    cluster = await startCluster();
    portal = await TestPortal.start({
      entities: [
        ...acme,
        cloudBot('cloud-bot', SUBJECT),
        cloudBot('case-bot', SUBJECT.toLowerCase()),
        cloudBot('twin-a', 'twin'),
        cloudBot('twin-b', 'twin'),
      ],
      actions: new Outside().actions(),
      database: portalDatabase('SQLITE_3'),
      config: {
        oauth: {},
        federation: {
          issuers: {
            cluster: {
              issuer: cluster.issuer,
              jwksUrl: `${cluster.issuer}/keys`,
              audience: 'portal',
              allowPrivateAddresses: true,
            },
          },
        },
      },
    });
  });

  afterAll(async () => {
    await portal.stop();
    cluster.stop();
  });

  it('gets in with the key of an agent, and sees what that agent may ask for', async () => {
    const client = await connect(
      new PrivateKeyJwtProvider({
        clientId: BOT,
        privateKey: portal.keyOf(BOT) as Record<string, unknown>,
        algorithm: 'EdDSA',
        expectedIssuer: issuer(),
      }),
    );
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('deployments.deploy');
    await client.close();
  });

  it('invariant 12: gets in with a token of a cluster until the agent no longer names it, and never as a twin', async () => {
    const provider = await inCluster(SUBJECT);
    const client = await connect(provider);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('deployments.deploy');

    const token = provider.tokens()!.access_token;
    const ask = () =>
      portal.ask('nobody', 'get', '/actions', undefined, {
        authorization: `Bearer ${token}`,
      });
    expect((await ask()).status).toBe(200);

    await expect(connect(await inCluster('twin'))).rejects.toThrow(
      'The agent could not be signed in',
    );

    await portal.changeCatalog(entities =>
      entities.map(it =>
        it.metadata.name === 'cloud-bot' ? cloudBot('cloud-bot', 'moved') : it,
      ),
    );
    let { status } = await ask();
    for (let tries = 0; status === 200 && tries < 70; tries++) {
      await new Promise(resolve => setTimeout(resolve, 100));
      ({ status } = await ask());
    }
    expect(status).toBe(401);
    await expect(client.listTools()).rejects.toThrow();
    await client.close();
  });
});
