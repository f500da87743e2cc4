import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  StateBadge,
  Time,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { RequestLink } from '../RequestLink';

/** One request per row; its action is the way to its page. */
export const REQUEST_COLUMNS: ColumnConfig<ActionRequest>[] = [
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
        <VerdictBadge verdict={request.verdict} reason={request.reason} />
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    cell: request => (
      <Cell>
        <StateBadge state={request.state} />
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
