import { ReplayFlip } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  StatusTag,
  Time,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, Cell, ColumnConfig } from '@backstage/ui';
import { KIND_LOOKS } from './kindLooks';

export type FlipRow = ReplayFlip & { id: string };

function Direction(props: { flip: ReplayFlip }) {
  const { word, ...look } = KIND_LOOKS[props.flip.kind];
  return <StatusTag {...look}>{word}</StatusTag>;
}

/** One decision a row; its action opens it. */
export function flipColumns(options: {
  isNarrow: boolean;
  open: string | undefined;
  onToggle(decisionId: string | undefined): void;
}): ColumnConfig<FlipRow>[] {
  const { isNarrow, open, onToggle } = options;
  const columns: Array<ColumnConfig<FlipRow> & { isWide?: boolean }> = [
    {
      id: 'action',
      label: 'Action',
      isRowHeader: true,
      minWidth: 210,
      cell: ({ actionId, decisionId }) => (
        <Cell>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={open === decisionId}
            onPress={() =>
              onToggle(open === decisionId ? undefined : decisionId)
            }
          >
            {actionId}
          </Button>
        </Cell>
      ),
    },
    {
      id: 'target',
      label: 'Target',
      cell: ({ targetRef, environment }) => (
        <Cell>
          <EntityName entityRef={targetRef} /> in {environment}
        </Cell>
      ),
    },
    {
      id: 'agent',
      label: 'Agent',
      isWide: true,
      cell: ({ agentRef }) => (
        <Cell>
          <EntityName entityRef={agentRef} defaultKind="agent" />
        </Cell>
      ),
    },
    {
      id: 'before',
      label: 'Now',
      isWide: true,
      cell: ({ before: { verdict, reason } }) => (
        <Cell>
          <VerdictBadge verdict={verdict} reason={reason} />
        </Cell>
      ),
    },
    {
      id: 'after',
      label: 'With the draft',
      cell: ({ after: { verdict, reason } }) => (
        <Cell>
          <VerdictBadge verdict={verdict} reason={reason} />
        </Cell>
      ),
    },
    {
      id: 'kind',
      label: 'Direction',
      isWide: true,
      cell: flip => (
        <Cell>
          <Direction flip={flip} />
        </Cell>
      ),
    },
    {
      id: 'decidedAt',
      label: 'Decided',
      isWide: true,
      cell: ({ decidedAt }) => (
        <Cell>
          <Time value={decidedAt} />
        </Cell>
      ),
    },
  ];
  return columns.filter(({ isWide }) => !(isNarrow && isWide));
}
