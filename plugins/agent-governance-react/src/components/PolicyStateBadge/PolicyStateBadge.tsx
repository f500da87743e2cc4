import { PolicyState } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  RiAlertLine,
  RiEyeLine,
  RiForbid2Line,
  RiGhostLine,
  RiHourglassLine,
  RiShieldCheckLine,
  RiShieldCrossLine,
} from '@remixicon/react';
import { StatusTag, StatusTagProps } from '../StatusTag';

type Look = Omit<StatusTagProps, 'children'> & { word: string };

const LOOKS: Record<PolicyState, Look> = {
  enforcing: {
    word: 'Enforcing',
    tone: 'success',
    icon: <RiShieldCheckLine />,
  },
  shadow: {
    word: 'Shadow',
    tone: 'neutral',
    edge: 'dashed',
    icon: <RiEyeLine />,
  },
  untrusted: {
    word: 'Not trusted',
    tone: 'warning',
    edge: 'double',
    icon: <RiShieldCrossLine />,
  },
  'out-of-authority': {
    word: 'Outside its authority',
    tone: 'warning',
    edge: 'double',
    icon: <RiForbid2Line />,
  },
  broken: { word: 'Broken', tone: 'danger', icon: <RiAlertLine /> },
  vanished: {
    word: 'Vanished',
    tone: 'danger',
    edge: 'dashed',
    icon: <RiGhostLine />,
  },
  proposed: {
    word: 'Waits for approval',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiHourglassLine />,
  },
};

/** The word people read for what became of a policy. @public */
export function policyStateWord(state: PolicyState): string {
  return LOOKS[state].word;
}

/** What became of a policy of the catalog. @public */
export function PolicyStateBadge(props: { state: PolicyState }) {
  const { word, ...tag } = LOOKS[props.state];
  return <StatusTag {...tag}>{word}</StatusTag>;
}
