import { ListReplayFlipsOptions } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';

/** One page of what a draft would turn, for tables. A replay that has ended does not change, so it is asked once. @public */
export function useReplayFlipPage(id: string, options: ListReplayFlipsOptions) {
  const api = useApi(agentGovernanceApiRef);
  return useQuery({
    queryKey: liveKey('replay-flips', id, options),
    queryFn: () => api.listReplayFlips(id, options),
    placeholderData: keepPreviousData,
  });
}
