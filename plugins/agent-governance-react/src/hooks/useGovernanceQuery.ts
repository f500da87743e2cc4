import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { usePollInterval } from '../query/usePollInterval';

/** One question to the portal, asked again while the page is visible. */
export function useGovernanceQuery<T>(options: {
  question: string;
  details?: unknown[];
  enabled?: boolean;
  ask(api: AgentGovernanceApi, signal: AbortSignal): Promise<T>;
}) {
  const { question, details = [], enabled, ask } = options;
  const api = useApi(agentGovernanceApiRef);
  const refetchInterval = usePollInterval();
  return useQuery({
    queryKey: liveKey(question, ...details),
    queryFn: ({ signal }) => ask(api, signal),
    enabled,
    refetchInterval,
  });
}
