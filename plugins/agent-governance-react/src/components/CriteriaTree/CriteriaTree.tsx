import {
  CriteriaTrace,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FactReadList } from '../FactReadList';
import { PlainText } from '../PlainText';
import { TernaryMark } from '../TernaryMark';
import styles from './CriteriaTree.module.css';

const WORDS = { true: 'holds', false: 'does not hold', unknown: 'unknown' };
const JOINTS = {
  allOf: 'All of these',
  anyOf: 'At least one of these',
  not: 'Not this',
};

/** `inEnvironment(environments: production)`. */
function signature(rule: string, params: JsonObject): string {
  const given = Object.entries(params)
    .map(
      ([name, value]) =>
        `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');
  return `${rule}(${given})`;
}

/** The criteria of a portal policy, evaluated: every rule with what it found and the facts it read. @public */
export function CriteriaTree(props: {
  trace: CriteriaTrace;
  /** When the decision was made, ISO 8601. */
  at: string;
}) {
  const { trace, at } = props;
  if (trace.kind === 'rule') {
    return (
      <div className={styles.node}>
        <div className={styles.line}>
          <TernaryMark result={trace.result} words={WORDS} />
          <code className={styles.rule}>
            <PlainText text={signature(trace.rule, trace.params)} />
          </code>
          <span>
            <PlainText text={trace.because} />
          </span>
        </div>
        <FactReadList reads={trace.reads} at={at} />
      </div>
    );
  }
  return (
    <div className={styles.node}>
      <div className={styles.line}>
        <TernaryMark result={trace.result} words={WORDS} />
        <span>{JOINTS[trace.kind]}</span>
      </div>
      <ul className={styles.children}>
        {trace.children.map((child, index) => (
          <li key={index}>
            <CriteriaTree trace={child} at={at} />
          </li>
        ))}
      </ul>
    </div>
  );
}
