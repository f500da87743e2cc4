import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  StateBadge,
  Time,
  VerdictBadge,
  wasApproved,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { Outcome } from '../Outcome';
import { RequestLink } from '../RequestLink';

/** One request per row; its action is the way to its page. */
const COLUMNS: ColumnConfig<ActionRequest>[] = [
  {
    id: 'action',
    label: 'Action',
    isRowHeader: true,
    cell: request => (
      <Cell>
        <RequestLink id={request.id}>{request.actionTitle}</RequestLink>
      </Cell>
    ),
  },
  {
    id: 'target',
    label: 'Target',
    cell: request => (
      <Cell>
        <EntityName entityRef={request.targetRef} />
      </Cell>
    ),
  },
  {
    id: 'environment',
    label: 'Environment',
    cell: request => <CellText title={request.environment} />,
  },
  {
    id: 'agent',
    label: 'Agent',
    cell: request => (
      <Cell>
        <EntityName entityRef={request.agentRef} defaultKind="agent" />
      </Cell>
    ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    cell: request => (
      <Cell>
        <VerdictBadge
          verdict={request.verdict}
          reason={request.reason}
          approved={wasApproved(request)}
        />
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    cell: request => (
      <Cell>
        <StateBadge
          state={request.state}
          awaitsCaller={request.awaitsCaller}
          found={request.reconciliation?.outcome}
        />
      </Cell>
    ),
  },
  {
    id: 'asked',
    label: 'Asked',
    cell: request => (
      <Cell>
        <Time value={request.createdAt} />
      </Cell>
    ),
  },
];

/** Where there is no room for more, verdict and outcome share a column. */
const NARROW_COLUMNS: ColumnConfig<ActionRequest>[] = [
  COLUMNS[0],
  COLUMNS[1],
  {
    id: 'outcome',
    label: 'Outcome',
    cell: request => (
      <Cell>
        <Outcome request={request} />
      </Cell>
    ),
  },
];

/** The columns that fit the window. */
export function requestColumns(isNarrow: boolean) {
  return isNarrow ? NARROW_COLUMNS : COLUMNS;
}
