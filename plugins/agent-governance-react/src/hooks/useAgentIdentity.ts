import { useGovernanceQuery } from './useGovernanceQuery';

/** What an agent proves itself with, and when it last did. @public */
export function useAgentIdentity(agentRef: string) {
  return useGovernanceQuery({
    question: 'agent-identity',
    details: [agentRef],
    ask: api => api.getAgentIdentity(agentRef),
  });
}
