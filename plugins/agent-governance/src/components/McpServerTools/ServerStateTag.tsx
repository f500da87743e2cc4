import { McpServer } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiLoader4Line,
  RiSignalWifiErrorLine,
  RiSignalWifiLine,
} from '@remixicon/react';

const LOOKS: Record<
  McpServer['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  connected: { word: 'Connected', tone: 'success', icon: <RiSignalWifiLine /> },
  connecting: {
    word: 'Connecting',
    tone: 'info',
    edge: 'dashed',
    icon: <RiLoader4Line />,
  },
  down: { word: 'Down', tone: 'danger', icon: <RiSignalWifiErrorLine /> },
};

/** Whether the gateway reaches a server. */
export function ServerStateTag(props: { state: McpServer['state'] }) {
  const { word, ...look } = LOOKS[props.state];
  return <StatusTag {...look}>{word}</StatusTag>;
}
