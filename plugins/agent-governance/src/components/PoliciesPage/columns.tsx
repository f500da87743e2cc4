import { PolicySummary } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PolicyStateBadge,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, ColumnConfig, Link } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { policiesRouteRef } from '../../routes';
import { latelyWords } from './latelyWords';
import { levelWord } from './levelWord';
import { troubleOf } from './troubleOf';
import styles from './PoliciesPage.module.css';

type Row = PolicySummary & { id: string };

function PolicyLink(props: { policy: PolicySummary }) {
  const linkTo = useEntityRefLink();
  const route = useRouteRef(policiesRouteRef);
  const { ref, title, state } = props.policy;
  // what is gone from the catalog has no page there
  const href =
    state === 'vanished' && route
      ? `${route()}?policy=${encodeURIComponent(ref)}`
      : `${linkTo(ref)}/policy`;
  return (
    <Link href={href} title={ref}>
      {title}
    </Link>
  );
}

function Lately(props: { policy: PolicySummary }) {
  const { title, description } = latelyWords(props.policy);
  return (
    <div>
      {title}
      {description !== undefined && (
        <div className={styles.quiet}>{description}</div>
      )}
    </div>
  );
}

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'ref',
    label: 'Policy',
    isRowHeader: true,
    isSortable: true,
    cell: policy => (
      <Cell>
        <PolicyLink policy={policy} />
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    cell: policy => (
      <Cell>
        <PolicyStateBadge state={policy.state} />
      </Cell>
    ),
  },
  {
    id: 'trouble',
    label: 'Trouble',
    cell: policy => <CellText title={troubleOf(policy)} />,
  },
  {
    id: 'level',
    label: 'Level',
    isSortable: true,
    cell: policy => <CellText title={levelWord(policy.level)} />,
  },
  {
    id: 'owner',
    label: 'Owner',
    isSortable: true,
    cell: policy =>
      policy.owner === undefined ? (
        <CellText title="Not readable" />
      ) : (
        <Cell>
          <EntityName entityRef={policy.owner} defaultKind="group" />
        </Cell>
      ),
  },
  {
    id: 'lately',
    label: 'Lately',
    cell: policy => (
      <Cell>
        <Lately policy={policy} />
      </Cell>
    ),
  },
  {
    id: 'changed',
    label: 'Changed',
    isSortable: true,
    cell: policy => (
      <Cell>
        <Time value={policy.changedAt} />
      </Cell>
    ),
  },
];

/** The columns that fit the window. */
export function policyColumns(isNarrow: boolean): ColumnConfig<Row>[] {
  return isNarrow ? COLUMNS.slice(0, 3) : COLUMNS;
}
