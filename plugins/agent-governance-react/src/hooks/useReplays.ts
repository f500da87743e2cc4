import {
  ListReplaysOptions,
  Replay,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useApi } from '@backstage/core-plugin-api';
import { agentGovernanceApiRef } from '../api';
import { liveKey } from '../query/queryKeys';
import { CursorList, useCursorList } from '../query/useCursorList';

/** Replays of drafts that the person may see, the newest first. @public */
export function useReplays(
  options: Omit<ListReplaysOptions, 'cursor'> = {},
): CursorList<Replay> {
  const { limit = 20, ...filter } = options;
  const api = useApi(agentGovernanceApiRef);
  return useCursorList({
    queryKey: liveKey('replays', filter),
    limit,
    load: page => api.listReplays({ ...filter, ...page }),
  });
}
