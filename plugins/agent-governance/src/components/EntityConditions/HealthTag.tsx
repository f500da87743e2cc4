import {
  Fact,
  HealthConditionValue,
  HealthStatus,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiAlertLine,
  RiErrorWarningLine,
  RiHeartPulseLine,
  RiQuestionLine,
} from '@remixicon/react';

const LOOKS: Record<
  HealthStatus,
  Pick<StatusTagProps, 'tone' | 'icon'> & { word: string }
> = {
  healthy: { word: 'Healthy', tone: 'success', icon: <RiHeartPulseLine /> },
  degraded: { word: 'Degraded', tone: 'warning', icon: <RiAlertLine /> },
  unhealthy: {
    word: 'Unhealthy',
    tone: 'danger',
    icon: <RiErrorWarningLine />,
  },
};

/** How an entity is, in a word. What is too old to be believed never looks like what is known. */
export function HealthTag(props: { health: Fact<HealthConditionValue> }) {
  const { state, value } = props.health;
  if (state === 'known' && value) {
    const { word, ...tag } = LOOKS[value.status];
    return <StatusTag {...tag}>{word}</StatusTag>;
  }
  return (
    <StatusTag tone="neutral" edge="dashed" icon={<RiQuestionLine />}>
      {state === 'stale' && value
        ? `Unknown, was ${LOOKS[value.status].word.toLocaleLowerCase('en-US')}`
        : 'Unknown'}
    </StatusTag>
  );
}
