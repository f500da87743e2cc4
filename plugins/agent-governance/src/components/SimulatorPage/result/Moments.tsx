import { Simulation } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StatusTag,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiEditLine } from '@remixicon/react';
import styles from '../SimulatorPage.module.css';

/** What of it is as it is, what is as it was given, and of when each is. */
export function Moments(props: { simulation: Simulation }) {
  const { moments, overridden } = props.simulation;
  const { gatheredAt, decidedFor, factsOfThen } = moments;
  return (
    <>
      {overridden.length > 0 && (
        <p className={styles.line}>
          <StatusTag tone="info" edge="dashed" icon={<RiEditLine />}>
            Overridden
          </StatusTag>
          {overridden.map(path => (
            <code key={path}>{path}</code>
          ))}
        </p>
      )}
      <p className={styles.note}>
        Facts are as of <Time value={gatheredAt} />
        {factsOfThen.length > 0 && (
          <>
            , but for {factsOfThen.join(', ')}, which are as of{' '}
            <Time value={decidedFor} />
          </>
        )}
        . Nothing was recorded, and nothing is authorised.
      </p>
    </>
  );
}
