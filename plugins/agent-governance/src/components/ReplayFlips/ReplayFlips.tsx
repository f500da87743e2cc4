import { useReplayFlipPage } from '@agentgov/backstage-plugin-agent-governance-react';
import { Table, Text } from '@backstage/ui';
import { say } from '../../replays';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { useCursorTrail } from '../RequestsTable/useCursorTrail';
import { useIsNarrow } from '../RequestsTable/useIsNarrow';
import { Section } from '../Section';
import { flipColumns } from './columns';
import { FlipDetail } from './FlipDetail';
import { FlipFilters } from './FlipFilters';
import { useFlipAddress } from './useFlipAddress';
import styles from './ReplayFlips.module.css';

const PAGE_SIZE = 20;

/** The decisions that would change, page by page; each opens to both verdicts. */
export function ReplayFlips(props: { replayId: string }) {
  const { filter, setFilter, open, setOpen } = useFlipAddress();
  const { cursor, page, forward, back } = useCursorTrail();
  const query = useReplayFlipPage(props.replayId, {
    ...filter,
    limit: PAGE_SIZE,
    ...(cursor && { cursor }),
  });
  const isNarrow = useIsNarrow();
  const { items = [], nextCursor, notKept = 0 } = query.data ?? {};
  const opened = items.find(({ decisionId }) => decisionId === open);
  const first = (page - 1) * PAGE_SIZE + 1;
  return (
    <Section title="Decisions that would change">
      <FlipFilters filter={filter} onChange={setFilter} />
      <LoadState query={query} what="the decisions that would change">
        {open !== undefined && !opened && (
          <p role="status">
            The decision this link leads to is on another page of the list.
          </p>
        )}
        {opened && (
          <FlipDetail flip={opened} onClose={() => setOpen(undefined)} />
        )}
        <div className={styles.scroll}>
          <Table
            columnConfig={flipColumns({ isNarrow, open, onToggle: setOpen })}
            data={items.map(flip => ({ ...flip, id: flip.decisionId }))}
            isStale={query.isPlaceholderData}
            emptyState={<EmptyState title="None of them is like this." />}
            pagination={{
              type: 'page',
              pageSize: PAGE_SIZE,
              hasNextPage: nextCursor !== undefined,
              hasPreviousPage: page > 1,
              onNextPage: () => nextCursor && forward(nextCursor),
              onPreviousPage: back,
              showPageSizeOptions: false,
              showPaginationLabel: false,
            }}
          />
        </div>
        {items.length > 0 && (
          <Text as="p" variant="body-small" color="secondary" role="status">
            Page {page}, decisions {say(first)} to{' '}
            {say(first + items.length - 1)}
          </Text>
        )}
        {notKept > 0 && (
          <Text as="p" variant="body-small" color="secondary">
            {say(notKept)} more are counted above, and not kept one by one.
          </Text>
        )}
      </LoadState>
    </Section>
  );
}
