import { useGovernanceQuery } from './useGovernanceQuery';

/** The calendars that freezes are read from, and how reading them went. @public */
export function useFreezeCalendars() {
  return useGovernanceQuery({
    question: 'freeze-calendars',
    ask: api => api.listFreezeCalendars(),
  });
}
