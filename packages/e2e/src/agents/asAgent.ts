import { GovernedAgent } from '@agentgov/agent-sdk';
import { connectAgent } from 'demo-agents/agents';
import { AgentName } from 'demo-agents/fleet';
import { SharedPortal } from '../setup/sharedPortal';
import { keysFolder } from './keysFolder';

/** One of the demo's agents, with its own key: it signs in with its first request. */
export async function asAgent(
  portal: Pick<SharedPortal, 'url' | 'dataDir'>,
  name: AgentName,
): Promise<GovernedAgent> {
  return connectAgent(name, {
    portalUrl: portal.url,
    keys: keysFolder(portal.dataDir),
  });
}
