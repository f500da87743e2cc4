import { SimulationInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { pinnedKey } from '../query/queryKeys';

/**
 * What would be decided about something nobody asked; asks nothing while it is not said about what. Asked once: what a
 * person is looking at stays until they ask again.
 *
 * @public
 */
export function useSimulation(input: SimulationInput | undefined) {
  const api = useApi(agentGovernanceApiRef);
  return useQuery({
    queryKey: pinnedKey('simulation', JSON.stringify(input)),
    queryFn: ({ signal }) => api.simulate(input!, { signal }),
    enabled: input !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
