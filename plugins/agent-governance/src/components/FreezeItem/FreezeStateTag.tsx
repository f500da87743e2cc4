import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCalendarLine,
  RiHistoryLine,
  RiSnowflakeLine,
} from '@remixicon/react';

const LOOKS: Record<
  Freeze['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  'in-force': { word: 'In force', tone: 'info', icon: <RiSnowflakeLine /> },
  planned: {
    word: 'Planned',
    tone: 'neutral',
    edge: 'dashed',
    icon: <RiCalendarLine />,
  },
  over: { word: 'Over', tone: 'neutral', icon: <RiHistoryLine /> },
  'ended-early': {
    word: 'Ended early',
    tone: 'neutral',
    icon: <RiHistoryLine />,
  },
};

/** Where a freeze stands. */
export function FreezeStateTag(props: { state: Freeze['state'] }) {
  const { word, ...tag } = LOOKS[props.state];
  return <StatusTag {...tag}>{word}</StatusTag>;
}
