import {
  FactRead,
  FactState,
  OVERRIDE_SOURCE,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  RiEditLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import { formatDuration } from '../../time';
import { FactValue } from '../FactValue';
import { PlainText } from '../PlainText';
import { StatusTag } from '../StatusTag';
import styles from './FactReadList.module.css';

/** "12 seconds before": how old a fact was when it was used. */
function ageAt(observedAt: string, at: string): string {
  const seconds = (Date.parse(at) - Date.parse(observedAt)) / 1000;
  if (Number.isNaN(seconds)) {
    return 'at an unreadable time';
  }
  return seconds < 1
    ? 'at that moment'
    : `${formatDuration(seconds)} before the decision`;
}

/** Marks what was stale or unknown; a known fact needs no mark. @public */
export function FactStateMark(props: { state: FactState }) {
  if (props.state === 'unknown') {
    return (
      <StatusTag tone="warning" edge="dashed" icon={<RiQuestionLine />}>
        Unknown
      </StatusTag>
    );
  }
  return props.state === 'stale' ? (
    <StatusTag tone="danger" icon={<RiErrorWarningLine />}>
      Stale
    </StatusTag>
  ) : null;
}

/** Where a fact is from; one that was overridden is from nowhere, and marked. @public */
export function FactSource(props: { source: string }) {
  const { source } = props;
  return source === OVERRIDE_SOURCE ? (
    <StatusTag tone="info" edge="dashed" icon={<RiEditLine />}>
      Overridden
    </StatusTag>
  ) : (
    <>{source}</>
  );
}

/** The facts a rule read, each with value, source and age at that moment. @public */
export function FactReadList(props: {
  reads: FactRead[];
  /** When the decision was made, ISO 8601. */
  at: string;
}) {
  const { reads, at } = props;
  if (reads.length === 0) {
    return <p className={styles.none}>It read no facts.</p>;
  }
  return (
    <ul className={styles.list} aria-label="Facts it read">
      {reads.map(read => (
        <li key={read.path} className={styles.read}>
          <code className={styles.path}>{read.path}</code>
          <span className={styles.value}>
            <FactValue value={read.value} state={read.state} />
          </span>
          <FactStateMark state={read.state} />
          <span className={styles.origin}>
            {read.source !== OVERRIDE_SOURCE && 'from '}
            <FactSource source={read.source} />
            {read.observedAt && `, observed ${ageAt(read.observedAt, at)}`}
          </span>
          {read.note && (
            <span className={styles.origin}>
              <PlainText text={read.note} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
