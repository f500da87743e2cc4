import { PrivateKeyJwtProvider } from '@modelcontextprotocol/sdk/client/auth-extensions.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ConnectOptions } from '../agents/connectAgent';
import { loadAgentKey } from '../identity/AgentKey';

/** Long enough for a slow network; the assertion is good once anyway. */
const ASSERTION_SECONDS = 60;

/**
 * An agent at the portal's MCP gateway, by the official client as it comes: it finds out from the gateway's first refusal
 * where to sign in, does so by OAuth with the agent's own key, and again when its token has ended.
 */
export async function connectGateway(
  name: string,
  options: ConnectOptions,
): Promise<Client> {
  const { portalUrl, keys } = options;
  const { issuer = `${portalUrl}/api/auth/agent/oauth` } = options;
  const { privateJwk } = await loadAgentKey(keys, name);
  const client = new Client({ name, version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${portalUrl}/api/agent-governance/mcp`),
      {
        authProvider: new PrivateKeyJwtProvider({
          clientId: `agent:default/${name}`,
          clientName: name,
          privateKey: { ...privateJwk },
          algorithm: 'ES256',
          jwtLifetimeSeconds: ASSERTION_SECONDS,
          expectedIssuer: issuer,
        }),
      },
    ),
  );
  return client;
}
