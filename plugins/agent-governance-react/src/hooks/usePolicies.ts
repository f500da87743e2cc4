import {
  ListPoliciesOptions,
  PolicySummary,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** Policies of the catalog that the person may see, by ref. @public */
export function usePolicies(
  options: Omit<ListPoliciesOptions, 'cursor'>,
): CursorList<PolicySummary> {
  const { limit = 50, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('policies', filter),
    limit,
    load: page => api.listPolicies({ ...filter, ...page }),
  });
}
