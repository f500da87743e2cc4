import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { agentGovernanceApiRef } from '../api';

/** The report of a replay as Markdown, asked for when a person wants it. @public */
export function useReplayMarkdown() {
  const api = useApi(agentGovernanceApiRef);
  return useMutation<string, Error, string>({
    mutationFn: id => api.getReplayMarkdown(id),
  });
}
