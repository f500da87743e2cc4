import { createContext, ReactNode, useContext } from 'react';

/**
 * Where the pages of agent governance are, as far as a portal has them. What is absent is shown without a link.
 *
 * @public
 */
export interface AgentGovernanceLinks {
  /** To one freeze, where it can be ended. */
  freeze?(id: string): string;
  /** To one stop, where its release can be agreed to. */
  stop?(id: string): string;
  /** To the inbox, at one request that waits. */
  approval?(requestId: string): string;
  /** To what one policy says, by its entity ref. */
  policy?(entityRef: string): string;
  /** To all policies. */
  policies?(): string;
  /** To what people delegate to agents. */
  delegations?(): string;
  /** To what agents do at an entity, what holds there and what they act on, by its entity ref. */
  agentsAt?(entityRef: string): string;
  /** To the simulator, with what it starts from. */
  simulator?(start: SimulatorStart): string;
  /** To the tools of an MCP server, by the entity ref of its `API`. */
  mcpTools?(entityRef: string): string;
}

/**
 * What the simulator starts from; what is left out is chosen there.
 *
 * @public
 */
export interface SimulatorStart {
  /** Id of a recorded decision, whose facts it starts from. */
  decision?: string;
  /** Entity ref. */
  agent?: string;
  /** Id. */
  action?: string;
  /** Entity ref. */
  target?: string;
  /** Name. */
  environment?: string;
  /** Whether the agent quotes the target's context as it is now; if the action asks for it, where absent. */
  quotes?: 'yes' | 'no';
  /** Entity ref of a policy, tried without it or in another mode. */
  policy?: { ref: string; change: 'off' | 'shadow' | 'enforce' };
}

const Links = createContext<AgentGovernanceLinks>({});

/**
 * Tells widgets where the pages are. The plugin does so for everything of its own; who shows widgets elsewhere may.
 *
 * @public
 */
export function AgentGovernanceLinksProvider(props: {
  links: AgentGovernanceLinks;
  children: ReactNode;
}) {
  return <Links.Provider value={props.links}>{props.children}</Links.Provider>;
}

/** Where the pages are; empty where nobody said. @public */
export function useAgentGovernanceLinks(): AgentGovernanceLinks {
  return useContext(Links);
}
