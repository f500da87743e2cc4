import { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { usePollInterval } from '../query/usePollInterval';

const WAIT_SECONDS = 20;
/** Between two answers, so that what a person reads does not flicker. */
const PAUSE_MS = 500;

function goesOn(replay: Replay | undefined): replay is Replay {
  return replay?.state === 'queued' || replay?.state === 'running';
}

/**
 * One replay. While it goes on, the portal is asked to answer as soon as there is more to see of it; what has ended stays
 * as it is.
 *
 * @public
 */
export function useReplay(id: string) {
  const api = useApi(agentGovernanceApiRef);
  const client = useQueryClient();
  const interval = usePollInterval();
  const queryKey = liveKey('replay', id);
  return useQuery({
    queryKey,
    queryFn: () => {
      const known = client.getQueryData<Replay>(queryKey);
      return api.getReplay(
        id,
        goesOn(known)
          ? { waitSeconds: WAIT_SECONDS, revision: known.revision }
          : {},
      );
    },
    refetchInterval: ({ state }) => {
      if (!goesOn(state.data)) {
        return false;
      }
      // a portal that fails is not asked twice a second
      return state.error ? interval : PAUSE_MS;
    },
  });
}
