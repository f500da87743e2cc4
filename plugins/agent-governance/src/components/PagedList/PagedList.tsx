import { CursorList } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { ReactNode } from 'react';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { LoadState } from '../LoadState';

/** A list as far as it was read, and the way to the rest. */
export function PagedList<T>(props: {
  list: CursorList<T>;
  /** As in "Could not read …". */
  what: string;
  /** What is said where there is none. */
  empty: string;
  gap?: 'tight' | 'wide';
  /** One of them, as a list item. */
  children(item: T): ReactNode;
}) {
  const { list, what, empty, gap, children } = props;
  return (
    <LoadState query={list} what={what}>
      {list.items.length === 0 && <EmptyState title={empty} />}
      <List gap={gap}>{list.items.map(children)}</List>
      {list.hasNextPage && (
        <Button
          variant="secondary"
          isPending={list.isFetchingNextPage}
          onPress={list.fetchNextPage}
        >
          Show more
        </Button>
      )}
    </LoadState>
  );
}
