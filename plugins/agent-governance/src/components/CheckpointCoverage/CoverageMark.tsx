import {
  CheckpointCoverageCell,
  CheckpointCoverageState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiForbid2Line,
  RiUserLine,
} from '@remixicon/react';

const LOOKS: Record<
  CheckpointCoverageState,
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  denied: { word: 'Denied', tone: 'danger', icon: <RiForbid2Line /> },
  held: { word: 'A person first', tone: 'info', icon: <RiUserLine /> },
  allowed: {
    word: 'Let through',
    tone: 'success',
    icon: <RiCheckboxCircleLine />,
  },
  uncovered: {
    word: 'Uncovered',
    tone: 'warning',
    edge: 'double',
    icon: <RiErrorWarningLine />,
  },
};

/** What a cell comes to, in words. */
export function coverageWords({
  state,
  extent,
}: Pick<CheckpointCoverageCell, 'state' | 'extent'>): string {
  const { word } = LOOKS[state];
  return extent === 'partly' ? `${word}, partly` : word;
}

/** What policy documents let happen at most; dashed where that is so of some requests only. */
export function CoverageMark(props: {
  cell: Pick<CheckpointCoverageCell, 'state' | 'extent'>;
}) {
  const { cell } = props;
  const { word, ...look } = LOOKS[cell.state];
  return (
    <StatusTag {...look} {...(cell.extent === 'partly' && { edge: 'dashed' })}>
      {coverageWords(cell)}
    </StatusTag>
  );
}
