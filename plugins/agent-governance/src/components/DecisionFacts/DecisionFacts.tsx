import {
  ContextFactValue,
  Fact,
  Facts,
  QuotedContextValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FactStateMark,
  FactValue,
  Fold,
  FreshnessBadge,
  PlainText,
  Time,
  formatDuration,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './DecisionFacts.module.css';

const GROUPS: Array<[keyof Facts, string]> = [
  ['agent', 'The agent'],
  ['action', 'The action'],
  ['target', 'The target'],
  ['topology', 'How they are connected'],
  ['environment', 'The environment'],
  ['conditions', 'Conditions'],
  ['context', 'Context'],
  ['history', 'History'],
  ['run', 'The run'],
  ['time', 'The clock'],
];

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

function QuotedContext(props: { quoted: Fact<QuotedContextValue> }) {
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

function RequiredContext(props: { required: Fact<ContextFactValue[]> }) {
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

function FactGroup(props: { facts: Array<[string, Fact]> }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">Value</th>
          <th scope="col">From</th>
          <th scope="col">Observed</th>
        </tr>
      </thead>
      <tbody>
        {props.facts.map(([name, fact]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <FactValue value={fact.value} state={fact.state} />{' '}
              <FactStateMark state={fact.state} />{' '}
              {fact.note && <PlainText text={fact.note} />}
            </td>
            <td>{fact.source}</td>
            <td>{fact.observedAt && <Time value={fact.observedAt} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a decision saw: first what the agent acted on, then every fact with source and time. */
export function DecisionFacts(props: { facts: Facts }) {
  const { facts } = props;
  return (
    <div className={styles.facts}>
      <QuotedContext quoted={facts.context.quoted} />
      <RequiredContext required={facts.context.required} />
      <Fold summary="Every fact it looked at">
        {GROUPS.map(([group, title]) => (
          <Fold key={group} summary={title}>
            <div className={styles.scroll}>
              <FactGroup
                facts={Object.entries(facts[group] as Record<string, Fact>)}
              />
            </div>
          </Fold>
        ))}
      </Fold>
    </div>
  );
}
