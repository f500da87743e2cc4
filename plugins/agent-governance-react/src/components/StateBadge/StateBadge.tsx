import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  RiArrowGoBackLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiForbid2Line,
  RiHourglassLine,
  RiIndeterminateCircleLine,
  RiPauseCircleLine,
  RiPhoneLine,
  RiPlayCircleLine,
  RiQuestionLine,
  RiShieldCheckLine,
  RiStopCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import { StatusTag, StatusTagProps } from '../StatusTag';

type Look = Omit<StatusTagProps, 'children'> & { word: string };

const LOOKS: Record<ActionRequestState, Look> = {
  proposed: { word: 'Proposed', tone: 'neutral', icon: <RiTimeLine /> },
  held: { word: 'Held', tone: 'info', icon: <RiPauseCircleLine /> },
  authorised: {
    word: 'Authorised',
    tone: 'success',
    edge: 'dashed',
    icon: <RiShieldCheckLine />,
  },
  executing: {
    word: 'Executing',
    tone: 'info',
    edge: 'dashed',
    icon: <RiPlayCircleLine />,
  },
  denied: { word: 'Denied', tone: 'danger', icon: <RiForbid2Line /> },
  rejected: { word: 'Rejected', tone: 'danger', icon: <RiCloseCircleLine /> },
  expired: { word: 'Expired', tone: 'neutral', icon: <RiHourglassLine /> },
  withdrawn: {
    word: 'Withdrawn',
    tone: 'neutral',
    icon: <RiArrowGoBackLine />,
  },
  voided: {
    word: 'Voided',
    tone: 'neutral',
    icon: <RiIndeterminateCircleLine />,
  },
  lapsed: { word: 'Lapsed', tone: 'neutral', icon: <RiHourglassLine /> },
  stopped: { word: 'Stopped', tone: 'danger', icon: <RiStopCircleLine /> },
  succeeded: {
    word: 'Succeeded',
    tone: 'success',
    icon: <RiCheckboxCircleLine />,
  },
  failed: { word: 'Failed', tone: 'danger', icon: <RiCloseCircleLine /> },
  unknown: {
    word: 'Outcome unknown',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiQuestionLine />,
  },
  reconciled: {
    word: 'Reconciled',
    tone: 'success',
    icon: <RiCheckboxCircleLine />,
  },
};

const AWAITS_CALLER: Look = {
  word: 'Waits for its agent to call again',
  tone: 'info',
  edge: 'dashed',
  icon: <RiPhoneLine />,
};

/** The word people read for a state. @public */
export function stateWord(state: ActionRequestState): string {
  return LOOKS[state].word;
}

/** Where a request stands. @public */
export function StateBadge(props: {
  state: ActionRequestState;
  /** It was called, and runs when its agent calls for the same again. */
  awaitsCaller?: boolean;
}) {
  const { word, ...tag } = props.awaitsCaller
    ? AWAITS_CALLER
    : LOOKS[props.state];
  return <StatusTag {...tag}>{word}</StatusTag>;
}
