import {
  Decision,
  DecisionCore,
} from '@agentgov/backstage-plugin-agent-governance-common';
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
const TRIED = 'As it would be decided';

/** What ties a decision to a request; one that was only tried out has none of it. */
type Ties = Partial<
  Pick<Decision, 'purpose' | 'factsDigest' | 'requestDigest'>
>;

/**
 * A decision as a path one can read: levels, their policies, the rules and the facts they read.
 *
 * @param props - `title` instead of what it was made for, where it was made for nothing
 * @public
 */
export function DecisionPath(props: {
  decision: DecisionCore & Ties;
  title?: string;
}) {
  const { decision } = props;
  const { factsDigest, requestDigest, purpose } = decision;
  const title = props.title ?? (purpose ? PURPOSES[purpose] : TRIED);
  return (
    <div className={styles.path} role="group" aria-label={title}>
      <p className={styles.line}>
        <VerdictBadge verdict={decision.verdict} reason={decision.reason} />
        <strong>{title}</strong>
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
        {factsDigest && (
          <>
            Facts <Digest value={factsDigest} /> ·{' '}
          </>
        )}
        policies <Digest value={decision.policySetDigest} />
        {requestDigest && (
          <>
            {' '}
            · request <Digest value={requestDigest} />
          </>
        )}{' '}
        · engine {decision.engineVersion}
      </p>
    </div>
  );
}
