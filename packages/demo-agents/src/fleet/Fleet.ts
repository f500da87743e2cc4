import { GovernedAgent } from '@agentgov/agent-sdk';
import { connectAgent, ConnectOptions } from '../agents/connectAgent';
import { connectGateway, Gateway } from '../gateway';

export const AGENT_NAMES = [
  'deploy-bot',
  'triage-bot',
  'insight-bot',
  'runbook-bot',
] as const;

export type AgentName = (typeof AGENT_NAMES)[number];

/** The four agents of Acme, each signed in as itself, and the MCP gateway as insight-bot reaches it. */
export type Fleet = Record<AgentName, GovernedAgent> & { gateway: Gateway };

export async function connectFleet(options: ConnectOptions): Promise<Fleet> {
  const agents = await Promise.all(
    AGENT_NAMES.map(async name => [name, await connectAgent(name, options)]),
  );
  return {
    ...Object.fromEntries(agents),
    gateway: Gateway.create(() => connectGateway('insight-bot', options)),
  };
}
