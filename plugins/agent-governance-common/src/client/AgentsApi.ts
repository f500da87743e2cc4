import { AgentIdentity, AgentSummary, Reach, ReachQuery } from '../model';

/** The agents of the portal: who they are, and what they could do. @public */
export interface AgentsApi {
  listAgents(options?: { operating?: string }): Promise<AgentSummary[]>;
  /** What an agent proves itself with; what it used when only for its owners, administrators and auditors. */
  getAgentIdentity(agentRef: string): Promise<AgentIdentity>;
  /** What would be decided if this agent asked for these actions on these targets in one environment now. */
  getReach(
    agentRef: string,
    query: ReachQuery,
    options?: { signal?: AbortSignal },
  ): Promise<Reach>;
}
