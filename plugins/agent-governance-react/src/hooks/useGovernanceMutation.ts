import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { LIVE } from '../query/queryKeys';

/** One change through the portal. Never optimistic; afterwards, done or refused, everything is asked again. */
export function useGovernanceMutation<TInput, TResult>(
  change: (api: AgentGovernanceApi, input: TInput) => Promise<TResult>,
) {
  const api = useApi(agentGovernanceApiRef);
  const client = useQueryClient();
  return useMutation<TResult, Error, TInput>({
    mutationFn: input => change(api, input),
    onSettled: () => {
      client.invalidateQueries({ queryKey: LIVE });
    },
  });
}
