import { AgentGovernanceClient } from '@agentgov/backstage-plugin-agent-governance-common';
import { loadAgentKey } from '../identity/AgentKey';
import { PortalSession } from '../identity/PortalSession';

/** An agent with its own key and its own way into the portal. */
export interface ConnectedAgent {
  name: string;
  portal: AgentGovernanceClient;
}

export interface ConnectOptions {
  portalUrl: string;
  /** Folder with the agents' keys. */
  keys: string;
  audience?: string;
}

/** Prepares everything; the agent signs in with its first request. */
export async function connectAgent(
  name: string,
  options: ConnectOptions,
): Promise<ConnectedAgent> {
  const { portalUrl, keys, audience } = options;
  const session = PortalSession.create({
    agentRef: `agent:default/${name}`,
    key: await loadAgentKey(keys, name),
    portalUrl,
    audience,
  });
  return {
    name,
    portal: new AgentGovernanceClient({
      baseUrl: `${portalUrl}/api/agent-governance`,
      fetch: session.fetch,
    }),
  };
}
