import { Decision } from '@agentgov/backstage-plugin-agent-governance-common';
import { Digest } from '../Digest';
import { PlainText } from '../PlainText';
import { Time } from '../Time';
import { VerdictBadge } from '../VerdictBadge';
import { LevelPath } from './LevelPath';
import { ShadowPath } from './ShadowPath';
import styles from './DecisionPath.module.css';

const PURPOSES: Record<Decision['purpose'], string> = {
  proposal: 'Decided when the agent asked',
  review: 'Decided again after a review',
  effect: 'Decided again at the moment of effect',
};

/** A decision as a path one can read: levels, their policies, the rules and the facts they read. @public */
export function DecisionPath(props: { decision: Decision }) {
  const { decision } = props;
  return (
    <div
      className={styles.path}
      role="group"
      aria-label={PURPOSES[decision.purpose]}
    >
      <p className={styles.line}>
        <VerdictBadge verdict={decision.verdict} reason={decision.reason} />
        <strong>{PURPOSES[decision.purpose]}</strong>
        <Time value={decision.effectiveAt} />
      </p>
      <p className={styles.because}>
        <PlainText text={decision.because} />
      </p>
      <ol className={styles.levels}>
        {decision.levels.map(level => (
          <LevelPath
            key={level.level}
            level={level}
            at={decision.effectiveAt}
          />
        ))}
      </ol>
      <ShadowPath shadow={decision.shadow} at={decision.effectiveAt} />
      <p className={styles.digests}>
        Facts <Digest value={decision.factsDigest} /> · policies{' '}
        <Digest value={decision.policySetDigest} /> · request{' '}
        <Digest value={decision.requestDigest} /> · engine{' '}
        {decision.engineVersion}
      </p>
    </div>
  );
}
