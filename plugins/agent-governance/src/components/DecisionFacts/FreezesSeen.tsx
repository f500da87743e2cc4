import {
  Fact,
  FreezeConditionValue,
  FreezeFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './DecisionFacts.module.css';

/** The freezes over the request at that moment, and who took it out of which; unknown is not none. */
export function FreezesSeen(props: { freeze: Fact<FreezeConditionValue> }) {
  const { value } = props.freeze;
  if (!value) {
    return (
      <p className={styles.line}>Whether a freeze was in force is unknown.</p>
    );
  }
  return (
    <>
      {!value.active && (
        <p className={styles.line}>
          {value.excepted.length === 0
            ? 'No freeze was in force.'
            : 'No freeze stood in its way.'}
        </p>
      )}
      {value.freezes.length + value.excepted.length > 0 && (
        <ul className={styles.list}>
          {value.freezes.map(freeze => (
            <li key={freeze.id}>
              <FreezeSeen freeze={freeze} />
            </li>
          ))}
          {value.excepted.map(freeze => (
            <li key={freeze.id}>
              Excepted by{' '}
              {freeze.exceptedBy.map((person, index) => (
                <span key={person}>
                  {index > 0 && ', '}
                  <EntityName entityRef={person} />
                </span>
              ))}{' '}
              from: <FreezeSeen freeze={freeze} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FreezeSeen(props: { freeze: FreezeFactValue }) {
  const { freeze } = props;
  return (
    <>
      Freeze{' '}
      <strong>
        <PlainText text={freeze.reason} />
      </strong>
      , covering <PlainText text={freeze.scope} />, until{' '}
      <Time value={freeze.to} />, owner <EntityName entityRef={freeze.owner} />
    </>
  );
}
