import { useGovernanceQuery } from './useGovernanceQuery';

/** The agents the portal knows, and whether each counts. @public */
export function useAgents(options: { operating?: string } = {}) {
  return useGovernanceQuery({
    question: 'agents',
    details: [options.operating],
    ask: api => api.listAgents(options),
  });
}
