import {
  ContextFactValue,
  Fact,
  QuotedContextValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FactValue,
  FreshnessBadge,
  Time,
  formatDuration,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './DecisionFacts.module.css';

const QUOTED: Record<QuotedContextValue['result'], string> = {
  matches: 'The context the agent quoted is what holds.',
  mismatch: 'The context the agent quoted is not what holds any more.',
  expired: 'The context the agent quoted had expired.',
  none: 'The agent quoted no context.',
};

function ageAgainstStandard(fact: ContextFactValue): string {
  if (fact.ageSeconds === undefined) {
    return 'of unknown age';
  }
  const age = `${formatDuration(fact.ageSeconds)} old`;
  return fact.errorAfterSeconds === undefined
    ? age
    : `${age}, the standard allows ${formatDuration(fact.errorAfterSeconds)}`;
}

/** Whether what the agent acted on is what holds, and if not, what changed. */
export function QuotedContext(props: { quoted: Fact<QuotedContextValue> }) {
  const { quoted } = props;
  if (!quoted.value) {
    return (
      <p className={styles.line}>
        Whether the quoted context holds is unknown.
      </p>
    );
  }
  const { result, differences = [] } = quoted.value;
  return (
    <>
      <p className={styles.line}>{QUOTED[result]}</p>
      {differences.length > 0 && (
        <ul className={styles.list}>
          {differences.map(difference => (
            <li key={difference.factType}>
              <strong>{difference.factType}</strong>: it saw{' '}
              <FactValue value={difference.quoted} />, now it is{' '}
              <FactValue value={difference.current} /> (from {difference.source}
              {difference.changedAt && (
                <>
                  , changed <Time value={difference.changedAt} />
                </>
              )}
              )
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the action requires to be known, each fact against its standard. */
export function RequiredContext(props: { required: Fact<ContextFactValue[]> }) {
  const { required } = props;
  if (!required.value) {
    return <p className={styles.line}>The required context is unknown.</p>;
  }
  if (required.value.length === 0) {
    return <p className={styles.line}>The action requires no context.</p>;
  }
  return (
    <ul className={styles.list}>
      {required.value.map(fact => (
        <li key={fact.factType} className={styles.fact}>
          <FreshnessBadge freshness={fact.freshness} />
          <strong>{fact.factType}</strong>
          <span>{ageAgainstStandard(fact)}</span>
        </li>
      ))}
    </ul>
  );
}
