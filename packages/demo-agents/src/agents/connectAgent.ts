import { GovernedAgent } from '@agentgov/agent-sdk';
import { loadAgentKey } from '../identity/AgentKey';

export interface ConnectOptions {
  portalUrl: string;
  /** Folder with the agents' keys. */
  keys: string;
  audience?: string;
  /** Where agents sign in by OAuth; below the portal when absent. */
  issuer?: string;
}

/** An agent with a key of its own, made if need be; it signs in with its first request. */
export async function connectAgent(
  name: string,
  options: ConnectOptions,
): Promise<GovernedAgent> {
  const { portalUrl, keys, audience } = options;
  const { privateJwk } = await loadAgentKey(keys, name);
  return GovernedAgent.create({
    agentRef: `agent:default/${name}`,
    key: privateJwk,
    portalUrl,
    audience,
  });
}
