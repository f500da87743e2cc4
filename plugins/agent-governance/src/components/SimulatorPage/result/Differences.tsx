import { DecisionCore } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiArrowLeftRightLine, RiEqualLine } from '@remixicon/react';
import { differencesBetween } from './differencesBetween';
import styles from '../SimulatorPage.module.css';

/** What a draft changes about a decision; that it changes nothing is said as well. */
export function Differences(props: {
  inForce: DecisionCore;
  drafted: DecisionCore;
}) {
  const differences = differencesBetween(props.inForce, props.drafted);
  if (differences.length === 0) {
    return (
      <p className={styles.line}>
        <StatusTag tone="neutral" icon={<RiEqualLine />}>
          The same
        </StatusTag>
        With the draft it would be decided in the same way.
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="What differs">
        <thead>
          <tr>
            <th scope="col">What differs</th>
            <th scope="col">In force</th>
            <th scope="col">With the draft</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ where, before, after }) => (
            <tr key={where}>
              <th scope="row">
                <StatusTag tone="info" icon={<RiArrowLeftRightLine />}>
                  Differs
                </StatusTag>{' '}
                <PlainText text={where} />
              </th>
              <td>
                <PlainText text={before} />
              </td>
              <td>
                <PlainText text={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
