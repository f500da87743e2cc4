import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';

/** One of the demo's agents, signed in as itself. */
export interface AgentSession {
  /** Entity ref. */
  readonly ref: string;
  /** For calls that the client does not make. */
  readonly token: string;
  /** The portal, called as this agent. */
  readonly api: AgentGovernanceApi;
}
