import { generateKeyPairSync } from 'node:crypto';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { PrivateKeyJwtProvider } from '@modelcontextprotocol/sdk/client/auth-extensions.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { agent, assertionOf, BOT } from '../__testUtils__/agents';
import { findFreePort } from '../__testUtils__/findFreePort';
import { inspect } from '../__testUtils__/inspect';
import { mcpGateway } from '../__testUtils__/mcpGateway';
import { startPortal } from '../__testUtils__/startPortal';

const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});
const KEY = publicKey.export({ format: 'jwk' });
const ENTITY = agent('bot', { identity: { keys: [KEY] } });

async function setUp(oauth: JsonObject, auth: JsonObject = {}) {
  const portal = await startPortal({
    entities: [ENTITY],
    governance: { oauth },
    auth,
    features: [mcpGateway, mcpActionsPlugin],
  });
  const gateway = new URL(
    `http://localhost:${portal.server.port()}/api/agent-governance/mcp`,
  );
  return { ...portal, gateway };
}

/** All an agent's author writes: who it is, its key, and whom to send its assertions to. */
function connect(gateway: URL, expectedIssuer: string, clientId = BOT) {
  const client = new Client({ name: 'stock', version: '1' });
  const transport = new StreamableHTTPClientTransport(gateway, {
    authProvider: new PrivateKeyJwtProvider({
      clientId,
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
      algorithm: 'ES256',
      expectedIssuer,
    }),
  });
  return { client, connected: client.connect(transport) };
}

async function askWhoIAm(client: Client) {
  const { content } = await client.callTool({ name: 'who-am-i' });
  await client.close();
  return content;
}

describe('the official MCP client, with no code of ours', () => {
  it.each([
    ['an origin', ''],
    ['a path of one', '/agents'],
  ])(
    'finds its way from a 401 to a token and in, in a portal with client id metadata documents, where the issuer is %s of its own',
    async (_, path) => {
      const port = await findFreePort();
      const origin = `http://localhost:${port}`;
      const issuer = `${origin}${path}`;
      const { server, gateway } = await setUp(
        { issuer, listen: { host: 'localhost', port } },
        { clientIdMetadataDocuments: { enabled: true } },
      );
      const { client, connected } = connect(gateway, issuer);
      await connected;
      await expect(askWhoIAm(client)).resolves.toEqual([
        { type: 'text', text: BOT },
      ]);

      // People's clients find the portal's own authorization server, as before.
      const people = await request(server).get(
        '/.well-known/oauth-protected-resource/api/mcp-actions/v1',
      );
      expect(people.body.authorization_servers).toEqual([
        `${gateway.origin}/api/auth`,
      ]);
      const portalMetadata = await request(server).get(
        '/.well-known/oauth-authorization-server',
      );
      expect(portalMetadata.body.issuer).not.toBe(issuer);
      // And the listener serves nothing else.
      expect((await fetch(`${origin}/api/auth/agent/refresh`)).status).toBe(
        404,
      );
    },
  );

  it('does so where the authorization server is below the portal, too', async () => {
    const { gateway } = await setUp({});
    const issuer = `${gateway.origin}/api/auth/agent/oauth`;
    const { client, connected } = connect(gateway, issuer);
    await connected;
    await expect(askWhoIAm(client)).resolves.toEqual([
      { type: 'text', text: BOT },
    ]);
  });

  it('invariant 12: is not let in as an agent whose key it does not have', async () => {
    const { gateway, refusals } = await setUp({});
    const issuer = `${gateway.origin}/api/auth/agent/oauth`;
    const { connected } = connect(gateway, issuer, 'agent:default/other');
    await expect(connected).rejects.toThrow('The agent could not be signed in');
    expect(refusals()).toContain('not-found');
  });
});

describe('the official inspector’s command line', () => {
  it('gets in as an agent with a token of the token endpoint, and not without', async () => {
    const port = await findFreePort();
    const issuer = `http://localhost:${port}`;
    const { gateway } = await setUp(
      { issuer, listen: { host: 'localhost', port } },
      { clientIdMetadataDocuments: { enabled: true } },
    );
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type:
          'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertionOf(
          BOT,
          privateKey,
          { aud: issuer },
          'ES256',
        ),
      }),
    });
    const { access_token: token } = (await answer.json()) as {
      access_token: string;
    };
    const askWho = ['--method', 'tools/call', '--tool-name', 'who-am-i'];
    await expect(
      inspect(gateway, [
        ...askWho,
        '--header',
        `Authorization: Bearer ${token}`,
      ]),
    ).resolves.toMatchObject({ result: { content: [{ text: BOT }] } });
    await expect(inspect(gateway, askWho)).rejects.toThrow(/auth/i);
  }, 120_000);
});
