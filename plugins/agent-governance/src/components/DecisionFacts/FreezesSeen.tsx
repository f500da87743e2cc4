import {
  Fact,
  FreezeFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './DecisionFacts.module.css';

/** The freezes over target and environment at that moment; unknown is not none. */
export function FreezesSeen(props: { freezes: Fact<FreezeFactValue[]> }) {
  const { freezes } = props;
  if (!freezes.value) {
    return (
      <p className={styles.line}>Whether a freeze was in force is unknown.</p>
    );
  }
  if (freezes.value.length === 0) {
    return <p className={styles.line}>No freeze was in force.</p>;
  }
  return (
    <ul className={styles.list}>
      {freezes.value.map(freeze => (
        <li key={freeze.id}>
          Freeze{' '}
          <strong>
            <PlainText text={freeze.reason} />
          </strong>
          , covering <PlainText text={freeze.scope} />, until{' '}
          <Time value={freeze.to} />, owner{' '}
          <EntityName entityRef={freeze.owner} />
        </li>
      ))}
    </ul>
  );
}
