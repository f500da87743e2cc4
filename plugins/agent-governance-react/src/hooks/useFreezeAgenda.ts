import { FreezeAgendaOptions } from '@agentgov/backstage-plugin-agent-governance-common';
import { useGovernanceQuery } from './useGovernanceQuery';

/** What is in force when, in a window of at most 93 days. @public */
export function useFreezeAgenda(options: FreezeAgendaOptions) {
  return useGovernanceQuery({
    question: 'freeze-agenda',
    details: [options.from, options.to, options.covering],
    ask: api => api.getFreezeAgenda(options),
  });
}
