import { ListActionRequestsOptions } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';
import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';

/** Requests as a list that grows, for timelines and queues. @public */
export function useActionRequests(
  options: Omit<ListActionRequestsOptions, 'cursor'> & { enabled?: boolean },
): CursorList<ActionRequest> {
  const { enabled, limit = 20, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('action-requests', filter),
    limit,
    enabled,
    load: page => api.listActionRequests({ ...filter, ...page }),
  });
}
