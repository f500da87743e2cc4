import { Page } from '@agentgov/backstage-plugin-agent-governance-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fillPage } from './fillPage';
import { usePollInterval } from './usePollInterval';

/** A list that grows page by page and follows the portal. @public */
export interface CursorList<T> {
  items: T[];
  isPending: boolean;
  isFetching: boolean;
  error: Error | null;
  /** Milliseconds since the epoch, of the last good answer. */
  dataUpdatedAt: number;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): void;
  refetch(): void;
}

export function useCursorList<T>(options: {
  queryKey: unknown[];
  limit: number;
  enabled?: boolean;
  load(page: { limit: number; cursor?: string }): Promise<Page<T>>;
}): CursorList<T> {
  const { queryKey, limit, enabled, load } = options;
  const interval = usePollInterval();
  const query = useInfiniteQuery({
    queryKey: [...queryKey, limit],
    queryFn: ({ pageParam }) => fillPage({ limit, cursor: pageParam, load }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
    enabled,
    // The more pages are open, the rarer each round: the load on the portal stays the same.
    refetchInterval: ({ state }) =>
      interval * Math.max(1, state.data?.pages.length ?? 1),
  });
  const items = useMemo(
    () => query.data?.pages.flatMap(page => page.items) ?? [],
    [query.data],
  );
  return {
    items,
    isPending: query.isPending,
    isFetching: query.isFetching,
    error: query.error,
    dataUpdatedAt: query.dataUpdatedAt,
    hasNextPage: query.hasNextPage,
    isFetchingNextPage: query.isFetchingNextPage,
    fetchNextPage: () => {
      query.fetchNextPage();
    },
    refetch: () => {
      query.refetch();
    },
  };
}
