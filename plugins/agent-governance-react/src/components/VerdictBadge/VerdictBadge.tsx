import {
  DecisionReason,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  RiCheckboxCircleLine,
  RiForbid2Line,
  RiLockLine,
  RiPauseCircleLine,
  RiQuestionLine,
  RiUserFollowLine,
} from '@remixicon/react';
import { StatusTag, StatusTagProps } from '../StatusTag';

type Look = Omit<StatusTagProps, 'children'> & { word: string };

const ALLOWED: Look = {
  word: 'Allowed',
  tone: 'success',
  icon: <RiCheckboxCircleLine />,
};
const APPROVED: Look = {
  word: 'Approved',
  tone: 'success',
  icon: <RiUserFollowLine />,
};
const HELD: Look = { word: 'Held', tone: 'info', icon: <RiPauseCircleLine /> };

/** A rule said no; nobody said yes; nobody could tell. Three different things. */
const REFUSALS: Record<DecisionReason, Look> = {
  denied: { word: 'Denied', tone: 'danger', icon: <RiForbid2Line /> },
  'not-granted': {
    word: 'Not granted',
    tone: 'neutral',
    edge: 'double',
    icon: <RiLockLine />,
  },
  'could-not-evaluate': {
    word: 'Could not evaluate',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiQuestionLine />,
  },
  granted: { word: 'Denied', tone: 'danger', icon: <RiForbid2Line /> },
};

function lookOf(verdict: Verdict, reason: DecisionReason): Look {
  if (verdict === 'allow') {
    return ALLOWED;
  }
  if (verdict === 'hold') {
    return reason === 'could-not-evaluate'
      ? { ...HELD, word: 'Held, could not evaluate', edge: 'dashed' }
      : HELD;
  }
  return REFUSALS[reason];
}

/** What was decided, with the three refusals told apart. @public */
export function VerdictBadge(props: {
  verdict: Verdict;
  reason: DecisionReason;
  /** People have approved what was held, see {@link wasApproved}. */
  approved?: boolean;
}) {
  const { verdict, reason, approved } = props;
  const { word, ...tag } =
    approved && verdict === 'hold' ? APPROVED : lookOf(verdict, reason);
  return <StatusTag {...tag}>{word}</StatusTag>;
}
