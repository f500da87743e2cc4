import { ReplayState } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiHourglassLine,
  RiPlayCircleLine,
} from '@remixicon/react';

const LOOKS: Record<
  ReplayState,
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  queued: {
    word: 'Waits',
    tone: 'info',
    edge: 'dashed',
    icon: <RiHourglassLine />,
  },
  running: { word: 'Runs', tone: 'info', icon: <RiPlayCircleLine /> },
  succeeded: { word: 'Done', tone: 'success', icon: <RiCheckLine /> },
  cancelled: {
    word: 'Cancelled',
    tone: 'neutral',
    icon: <RiCloseCircleLine />,
  },
  failed: { word: 'Failed', tone: 'danger', icon: <RiErrorWarningLine /> },
};

/** Where a replay is. */
export function ReplayStateTag(props: { state: ReplayState }) {
  const { word, ...look } = LOOKS[props.state];
  return <StatusTag {...look}>{word}</StatusTag>;
}
