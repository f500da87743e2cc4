import {
  Fact,
  StopFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { StopScopeName } from '../StopScopeName';
import styles from './DecisionFacts.module.css';

/** The stops over agent, action and target at that moment; unknown is not none. */
export function StopsSeen(props: { stops: Fact<StopFactValue[]> }) {
  const { value: stops } = props.stops;
  if (!stops) {
    return (
      <p className={styles.line}>Whether a stop was in force is unknown.</p>
    );
  }
  if (stops.length === 0) {
    return <p className={styles.line}>No stop was in force.</p>;
  }
  return (
    <ul className={styles.list}>
      {stops.map(stop => (
        <li key={stop.id}>
          Stop{' '}
          <strong>
            <PlainText text={stop.reason} />
          </strong>{' '}
          of <StopScopeName scope={stop.scope} />, pulled by{' '}
          <EntityName entityRef={stop.pulledBy} />{' '}
          <Time value={stop.pulledAt} />
        </li>
      ))}
    </ul>
  );
}
