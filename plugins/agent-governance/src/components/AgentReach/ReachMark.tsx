import {
  DecisionReason,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckboxCircleLine,
  RiForbid2Line,
  RiLockLine,
  RiQuestionLine,
  RiUserLine,
} from '@remixicon/react';

type Look = Omit<StatusTagProps, 'children'> & { word: string };

const PERSON: Look = {
  word: 'A person first',
  tone: 'info',
  icon: <RiUserLine />,
};
const NEVER: Look = {
  word: 'Never',
  tone: 'danger',
  icon: <RiForbid2Line />,
};
const NEVERS: Record<DecisionReason, Look> = {
  granted: NEVER,
  denied: NEVER,
  'not-granted': {
    word: 'Never: not granted',
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
};

function lookOf(verdict: Verdict, reason: DecisionReason): Look {
  if (verdict === 'allow') {
    return {
      word: 'May run',
      tone: 'success',
      icon: <RiCheckboxCircleLine />,
    };
  }
  if (verdict === 'hold') {
    return reason === 'could-not-evaluate'
      ? {
          ...PERSON,
          word: 'A person first, could not evaluate',
          edge: 'dashed',
        }
      : PERSON;
  }
  return NEVERS[reason];
}

/** What would become of it if the agent asked, as things stand. */
export function ReachMark(props: { verdict: Verdict; reason: DecisionReason }) {
  const { word, ...tag } = lookOf(props.verdict, props.reason);
  return <StatusTag {...tag}>{word}</StatusTag>;
}
