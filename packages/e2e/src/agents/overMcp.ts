import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { AgentName } from 'demo-agents/fleet';
import { connectGateway } from 'demo-agents/gateway';
import { SharedPortal } from '../setup/sharedPortal';
import { keysFolder } from './keysFolder';

/** One of the demo's agents at the MCP gateway: the official client as it comes, signed in by OAuth. */
export async function overMcp(
  portal: SharedPortal,
  name: AgentName,
): Promise<Client> {
  return connectGateway(name, {
    portalUrl: portal.url,
    keys: keysFolder(portal.dataDir),
    issuer: portal.agentIssuer,
  });
}

/** What the gateway itself says of a call that it did not hand on. */
export function said(result: object): Record<string, unknown> {
  const { content } = result as { content: Array<{ text: string }> };
  return JSON.parse(content[0].text);
}
