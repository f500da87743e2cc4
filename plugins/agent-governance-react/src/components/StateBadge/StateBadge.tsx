import {
  ActionRequestState,
  KnownOutcome,
} from '@agentgov/backstage-plugin-agent-governance-common';
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
  RiSearchEyeLine,
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
    tone: 'neutral',
    icon: <RiSearchEyeLine />,
  },
};

/** Reconciled, as what. */
const FOUND: Record<KnownOutcome, Look> = {
  succeeded: { ...LOOKS.succeeded, word: 'Found to have happened' },
  failed: { ...LOOKS.failed, word: 'Found not to have happened' },
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

function lookOf(props: Parameters<typeof StateBadge>[0]): Look {
  if (props.awaitsCaller) {
    return AWAITS_CALLER;
  }
  return props.found ? FOUND[props.found] : LOOKS[props.state];
}

/** Where a request stands. @public */
export function StateBadge(props: {
  state: ActionRequestState;
  /** It was called, and runs when its agent calls for the same again. */
  awaitsCaller?: boolean;
  /** What a person found out; only once reconciled. */
  found?: KnownOutcome;
}) {
  const { word, ...tag } = lookOf(props);
  return <StatusTag {...tag}>{word}</StatusTag>;
}
