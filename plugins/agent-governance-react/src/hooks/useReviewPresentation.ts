import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { pinnedKey } from '../query/queryKeys';

/**
 * What the server rendered for this reviewer. It never changes under their eyes:
 * neither polls nor signals touch it, only `refetch`. A review quotes exactly this.
 *
 * @public
 */
export function useReviewPresentation(id: string) {
  const api = useApi(agentGovernanceApiRef);
  return useQuery({
    queryKey: pinnedKey('review-presentation', id),
    queryFn: () => api.getReviewPresentation(id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
