import { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useReplays,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Link,
  Table,
} from '@backstage/ui';
import { headlineOf, say } from '../../replays';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { ReplayStateTag } from '../ReplayView';
import { useIsNarrow } from '../RequestsTable/useIsNarrow';
import styles from './ReplayTable.module.css';

/** What it came to, or how far it is. */
function resultOf({ state, progress, report, error }: Replay): string {
  switch (state) {
    case 'running':
      return `${say(progress.done)} of ${say(progress.total)} decisions`;
    case 'succeeded':
      return report ? headlineOf(report) : '';
    case 'failed':
      return error ?? '';
    default:
      return '';
  }
}

const COLUMNS: ColumnConfig<Replay>[] = [
  {
    id: 'title',
    label: 'Replay',
    isRowHeader: true,
    cell: ({ id, title }) => (
      <Cell>
        <Link href={`?${new URLSearchParams({ replay: id })}`}>{title}</Link>
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => (
      <Cell>
        <ReplayStateTag state={state} />
      </Cell>
    ),
  },
  {
    id: 'result',
    label: 'Result',
    minWidth: 280,
    // it is a sentence, and cut off it would say something else
    cell: replay => (
      <Cell>
        <PlainText text={resultOf(replay)} />
      </Cell>
    ),
  },
  {
    id: 'who',
    label: 'Who',
    cell: ({ createdBy }) =>
      createdBy === undefined ? (
        <CellText title="The portal" />
      ) : (
        <Cell>
          <EntityName entityRef={createdBy} defaultKind="user" />
        </Cell>
      ),
  },
  {
    id: 'when',
    label: 'Started',
    cell: ({ createdAt }) => (
      <Cell>
        <Time value={createdAt} />
      </Cell>
    ),
  },
];

/** The replays a person may see, the newest first. */
export function ReplayTable() {
  const replays = useReplays();
  const isNarrow = useIsNarrow();
  return (
    <LoadState query={replays} what="the replays">
      <div className={styles.scroll}>
        <Table
          columnConfig={isNarrow ? COLUMNS.slice(0, 2) : COLUMNS}
          data={replays.items}
          emptyState={
            <EmptyState
              title="Nothing was replayed yet."
              description="Try a draft on the decisions of the last days, and see which of them it would change."
            />
          }
          pagination={{ type: 'none' }}
        />
      </div>
      {replays.hasNextPage && (
        <Button
          variant="secondary"
          isPending={replays.isFetchingNextPage}
          onPress={replays.fetchNextPage}
        >
          Show more
        </Button>
      )}
    </LoadState>
  );
}
