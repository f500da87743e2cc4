import {
  Fact,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FactSource,
  FactStateMark,
  FactValue,
  Fold,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { QuotedContext, RequiredContext } from './ContextSeen';
import { FreezesSeen } from './FreezesSeen';
import { StopsSeen } from './StopsSeen';
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
            <td>
              <FactSource source={fact.source} />
            </td>
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
      <StopsSeen stops={facts.conditions.stops} />
      <FreezesSeen freeze={facts.conditions.freeze} />
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
