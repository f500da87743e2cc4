import {
  PolicyEffect,
  PolicyEffectSample,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { List } from '../List';
import { RequestLink } from '../RequestLink';
import styles from './PolicyEffects.module.css';

const SAID: Record<PolicyEffect, string> = {
  deny: 'denied',
  'require-approval': 'had a person look',
  allow: 'let it through',
  'could-not-evaluate': 'could not be evaluated',
  none: 'said nothing',
};

const VERDICTS: Record<Verdict, string> = {
  allow: 'allowed',
  hold: 'held',
  deny: 'denied',
};

/** Some of the latest decisions it applied to, each a press away from why it was decided so. */
export function LatestDecisions(props: { samples: PolicyEffectSample[] }) {
  const { samples } = props;
  return samples.length === 0 ? null : (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
        Some of the latest
      </Text>
      <List>
        {samples.map(sample => (
          <li key={sample.decisionId} className={styles.sample}>
            <p>
              <RequestLink id={sample.requestId}>{sample.actionId}</RequestLink>{' '}
              on <EntityName entityRef={sample.targetRef} /> in{' '}
              <PlainText text={sample.environment} /> by{' '}
              <EntityName entityRef={sample.agentRef} defaultKind="agent" />,{' '}
              <Time value={sample.at} />
            </p>
            <p className={styles.note}>{wordsOf(sample)}</p>
          </li>
        ))}
      </List>
    </div>
  );
}

function wordsOf(sample: PolicyEffectSample): string {
  const { effect, mode, rules, verdict, wouldBe } = sample;
  const by = rules.length > 0 ? ` (${rules.join(', ')})` : '';
  const was = `It was ${VERDICTS[verdict]}`;
  if (mode === 'enforce') {
    return `${was}; this policy ${SAID[effect]}${by}.`;
  }
  return wouldBe === undefined
    ? `${was}, and would have been with this policy, which ${SAID[effect]}${by}.`
    : `${was}, and would have been ${VERDICTS[wouldBe]} with this policy${by}.`;
}
