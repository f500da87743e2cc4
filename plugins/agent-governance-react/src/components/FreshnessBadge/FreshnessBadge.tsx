import { ContextFreshness } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import { StatusTag, StatusTagProps } from '../StatusTag';

const LOOKS: Record<
  ContextFreshness,
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  fresh: { word: 'Fresh', tone: 'success', icon: <RiCheckboxCircleLine /> },
  ageing: { word: 'Ageing', tone: 'warning', icon: <RiTimeLine /> },
  stale: { word: 'Stale', tone: 'danger', icon: <RiErrorWarningLine /> },
  unknown: {
    word: 'Unknown',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiQuestionLine />,
  },
};

/** How good a fact is, measured against its standard. @public */
export function FreshnessBadge(props: { freshness: ContextFreshness }) {
  const { word, ...tag } = LOOKS[props.freshness];
  return <StatusTag {...tag}>{word}</StatusTag>;
}
