import {
  ReplayCount,
  ReplayCounts,
  ReplayReport,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  Cell,
  CellText,
  ColumnConfig,
  Link,
  SearchField,
  Table,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { useAddress } from '../../address';
import { say } from '../../replays';
import { EmptyState } from '../EmptyState';
import { FlipFilter, useFlipLink } from '../ReplayFlips';
import { Section } from '../Section';
import styles from './ReplayView.module.css';

type Row = ReplayCount & { id: string };
type By = 'policy' | 'team' | 'agent' | 'action';

const BY: Record<
  By,
  { title: string; many: string; of(report: ReplayReport): ReplayCounts }
> = {
  policy: { title: 'Policy', many: 'policies', of: one => one.byPolicy },
  team: { title: 'Team', many: 'teams', of: one => one.byTeam },
  agent: { title: 'Agent', many: 'agents', of: one => one.byAgent },
  action: { title: 'Action', many: 'actions', of: one => one.byAction },
};
const NUMBERS = {
  replayed: 'Decisions',
  tightened: 'Stricter',
  loosened: 'Looser',
  checkpoint: 'Others to ask',
} as const;
type NumberOf = keyof typeof NUMBERS;

function isBy(text: string | undefined): text is By {
  return text !== undefined && text in BY;
}

function columnsOf(
  by: By,
  linkTo: (filter: FlipFilter) => string,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'key',
      label: BY[by].title,
      isRowHeader: true,
      isSortable: true,
      cell: ({ key }) => (
        <Cell>
          <EntityName entityRef={key} />
        </Cell>
      ),
    },
    ...Object.entries(NUMBERS).map(
      ([id, label]): ColumnConfig<Row> => ({
        id,
        label,
        isSortable: true,
        cell: row => <CellText title={say(row[id as NumberOf])} />,
      }),
    ),
    {
      id: 'show',
      label: 'Which',
      cell: ({ key, loosened, tightened, checkpoint }) =>
        loosened + tightened + checkpoint === 0 ? (
          <CellText title="None" />
        ) : (
          <Cell>
            <Link
              href={linkTo({ [by]: key })}
              aria-label={`Show what would change for ${key}`}
            >
              Show
            </Link>
          </Cell>
        ),
    },
  ];
}

function sorted(rows: Row[], sort: string): Row[] {
  const isDescending = sort.startsWith('-');
  const column = sort.replace('-', '') as NumberOf | 'key';
  const factor = isDescending ? -1 : 1;
  return [...rows].sort((one, other) =>
    column === 'key'
      ? factor * one.key.localeCompare(other.key)
      : factor * (one[column] - other[column]),
  );
}

/** How much would change by policy, team, agent or action. How it is looked at is in the address. */
export function CountsTable(props: { report: ReplayReport }) {
  const [said, change] = useAddress(['by', 'sort', 'find'] as const);
  const linkTo = useFlipLink();
  const by = isBy(said.by) ? said.by : 'policy';
  const known = ['key', ...Object.keys(NUMBERS)];
  const sort =
    said.sort !== undefined && known.includes(said.sort.replace('-', ''))
      ? said.sort
      : undefined;
  const { items, others } = BY[by].of(props.report);
  const found = items
    .map(item => ({ ...item, id: item.key }))
    .filter(({ key }) => key.includes((said.find ?? '').toLowerCase()));
  return (
    <Section title="Where it would change">
      <div className={styles.filters}>
        <ToggleButtonGroup
          aria-label="By"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[by]}
          onSelectionChange={([chosen]) =>
            change({ by: String(chosen), sort: undefined, find: undefined })
          }
        >
          {Object.entries(BY).map(([id, { title }]) => (
            <ToggleButton key={id} id={id}>
              {title}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <SearchField
          aria-label={`Find among the ${BY[by].many}`}
          placeholder="Find"
          className={styles.find}
          value={said.find ?? ''}
          onChange={find => change({ find })}
        />
      </div>
      <div className={styles.scroll}>
        <Table
          columnConfig={columnsOf(by, linkTo)}
          data={sort ? sorted(found, sort) : found}
          sort={{
            descriptor: sort
              ? {
                  column: sort.replace('-', ''),
                  direction: sort.startsWith('-') ? 'descending' : 'ascending',
                }
              : null,
            onSortChange: ({ column, direction }) =>
              change({
                sort: `${direction === 'descending' ? '-' : ''}${column}`,
              }),
          }}
          emptyState={<EmptyState title="None is called so." />}
          pagination={{ type: 'none' }}
        />
      </div>
      {others && (
        <p className={styles.quiet}>
          And {say(others.keys)} more {BY[by].many} with{' '}
          {say(others.replayed, 'decision', 'decisions')}, of which{' '}
          {say(others.tightened)} would be stricter, {say(others.loosened)}{' '}
          looser and {say(others.checkpoint)} held with others to ask.
        </p>
      )}
    </Section>
  );
}
