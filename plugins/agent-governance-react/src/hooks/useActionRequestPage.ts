import { ListActionRequestsOptions } from '@agentgov/backstage-plugin-agent-governance-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { fillPage } from '../query/fillPage';
import { liveKey } from '../query/queryKeys';
import { usePollInterval } from '../query/usePollInterval';

/** One page of requests, for tables: only what is on screen is asked again. @public */
export function useActionRequestPage(options: ListActionRequestsOptions) {
  const { limit = 20, cursor, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  const refetchInterval = usePollInterval();
  return useQuery({
    queryKey: liveKey('action-request-page', filter, limit, cursor),
    queryFn: () =>
      fillPage({
        limit,
        cursor,
        load: page => api.listActionRequests({ ...filter, ...page }),
      }),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}
