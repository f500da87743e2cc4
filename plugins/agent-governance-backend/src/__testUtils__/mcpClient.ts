import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { TestPortal } from './TestPortal';

/** The official client of MCP, connected to the gateway with a token. */
export async function mcpClient(
  portal: TestPortal,
  token: string | undefined,
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${portal.url}/api/agent-governance/mcp`),
      {
        requestInit: {
          headers: token ? { Authorization: `Bearer ${token}` } : {},
        },
      },
    ),
  );
  return client;
}

/** What an answer of the gateway says, where it is the gateway's own. */
export function said(result: unknown): Record<string, any> {
  const { content } = result as { content: Array<{ text: string }> };
  return JSON.parse(content[0].text);
}
