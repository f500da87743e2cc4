import {
  CriteriaTrace,
  JsonObject,
  Ternary,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FactReadList } from '../FactReadList';
import { Fold } from '../Fold';
import { PlainText } from '../PlainText';
import { TernaryMark } from '../TernaryMark';
import { decisiveChildren } from './decisiveChildren';
import styles from './CriteriaTree.module.css';

type RuleTrace = Extract<CriteriaTrace, { kind: 'rule' }>;
type GroupTrace = Extract<CriteriaTrace, { kind: 'allOf' | 'anyOf' }>;

const WORDS = { true: 'holds', false: 'does not hold', unknown: 'unknown' };
const JOINTS = { allOf: 'All of these', anyOf: 'At least one of these' };

/** `inEnvironment(production: true)`. */
function signature(rule: string, params: JsonObject): string {
  const given = Object.entries(params)
    .map(
      ([name, value]) =>
        `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');
  return `${rule}(${given})`;
}

function RuleNode(props: {
  trace: RuleTrace;
  at: string;
  /** The result of the negation around the rule. */
  negated?: Ternary;
}) {
  const { trace, at, negated } = props;
  const isNegated = negated !== undefined;
  return (
    <div className={styles.node}>
      <div className={styles.line}>
        <TernaryMark
          result={isNegated ? negated : trace.result}
          words={WORDS}
        />
        <span className={styles.rule}>
          {isNegated && <strong>not </strong>}
          <PlainText text={signature(trace.rule, trace.params)} />
        </span>
        <span>
          <PlainText text={trace.because} />
        </span>
      </div>
      <FactReadList reads={trace.reads} at={at} />
    </div>
  );
}

function Children(props: { traces: CriteriaTrace[]; at: string }) {
  return (
    <ul className={styles.children}>
      {props.traces.map((trace, index) => (
        <li key={index}>
          <CriteriaTree trace={trace} at={props.at} />
        </li>
      ))}
    </ul>
  );
}

function GroupNode(props: { trace: GroupTrace; at: string }) {
  const { trace, at } = props;
  const { decisive, others } = decisiveChildren(trace);
  return (
    <div className={styles.node}>
      <div className={styles.line}>
        <TernaryMark result={trace.result} words={WORDS} />
        <span>{JOINTS[trace.kind]}</span>
      </div>
      <Children traces={decisive} at={at} />
      {others.length > 0 && (
        <Fold summary={`${others.length} more that did not decide this`}>
          <Children traces={others} at={at} />
        </Fold>
      )}
    </div>
  );
}

/**
 * The criteria of a portal policy, evaluated: what a result hangs on in full,
 * the rest folded; every rule with what it found and the facts it read.
 *
 * @public
 */
export function CriteriaTree(props: {
  trace: CriteriaTrace;
  /** When the decision was made, ISO 8601. */
  at: string;
}) {
  const { trace, at } = props;
  if (trace.kind === 'rule') {
    return <RuleNode trace={trace} at={at} />;
  }
  if (trace.kind !== 'not') {
    return <GroupNode trace={trace} at={at} />;
  }
  const [child] = trace.children;
  return child.kind === 'rule' ? (
    <RuleNode trace={child} at={at} negated={trace.result} />
  ) : (
    <div className={styles.node}>
      <div className={styles.line}>
        <TernaryMark result={trace.result} words={WORDS} />
        <span>Not this</span>
      </div>
      <Children traces={[child]} at={at} />
    </div>
  );
}
