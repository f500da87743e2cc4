import { useActionRequestPage } from '@agentgov/backstage-plugin-agent-governance-react';
import { Table, Text } from '@backstage/ui';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { requestColumns } from './columns';
import { useIsNarrow } from './useIsNarrow';
import { RequestFilters } from './RequestFilters';
import { useCursorTrail } from './useCursorTrail';
import { PAGE_SIZES, useRequestFilter } from './useRequestFilter';
import styles from './RequestsTable.module.css';

/** The requests a person may see, filtered by what the address says. */
export function RequestsBrowser(props: {
  /** Entity ref: only those of this agent, whatever the address says. */
  agent?: string;
}) {
  const [{ pageSize, ...asked }, setFilter] = useRequestFilter();
  const filter = props.agent ? { ...asked, agent: props.agent } : asked;
  const { cursor, page, forward, back } = useCursorTrail();
  const query = useActionRequestPage({ ...filter, limit: pageSize, cursor });
  const isNarrow = useIsNarrow();
  const items = query.data?.items;
  const nextCursor = query.data?.nextCursor;
  const first = (page - 1) * pageSize + 1;

  return (
    <>
      <RequestFilters
        filter={{ ...filter, pageSize }}
        isOfOneAgent={props.agent !== undefined}
        onChange={setFilter}
      />
      <LoadState query={query} what="the requests">
        <div className={styles.table}>
          <Table
            columnConfig={requestColumns(isNarrow)}
            data={items}
            isPending={query.isPending}
            isStale={query.isPlaceholderData}
            emptyState={
              <EmptyState
                title="No request is like this."
                description="Loosen the filters, or wait for an agent to ask."
              />
            }
            pagination={{
              type: 'page',
              pageSize,
              pageSizeOptions: PAGE_SIZES,
              hasNextPage: nextCursor !== undefined,
              hasPreviousPage: page > 1,
              onNextPage: () => nextCursor && forward(nextCursor),
              onPreviousPage: back,
              onPageSizeChange: size => setFilter({ pageSize: size }),
              showPaginationLabel: false,
            }}
          />
        </div>
        {items && items.length > 0 && (
          <Text as="p" variant="body-small" color="secondary" role="status">
            Page {page}, requests {first} to {first + items.length - 1}
          </Text>
        )}
      </LoadState>
    </>
  );
}
