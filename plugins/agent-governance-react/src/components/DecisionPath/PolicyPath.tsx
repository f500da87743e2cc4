import {
  PolicyResult,
  PolicyStanding,
  RuleResult,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RiErrorWarningLine } from '@remixicon/react';
import { CriteriaTree } from '../CriteriaTree';
import { EntityName } from '../EntityName';
import { FactReadList } from '../FactReadList';
import { Fold } from '../Fold';
import { PlainText } from '../PlainText';
import { StatusTag } from '../StatusTag';
import { TernaryMark } from '../TernaryMark';
import styles from './DecisionPath.module.css';

const DOCUMENT = /^agentpolicy:/;

/** On what text a policy decided; nothing is said of one that decides as it stands. */
const STANDINGS: Record<Exclude<PolicyStanding, 'current'>, string> = {
  'last-good': 'Broken: its last good text decided',
  vanished: 'Gone from the catalog: only what it forbids or holds counts',
  'no-good-text': 'Broken: what changes something in its scope is held',
};

const RULE_EFFECTS: Record<RuleResult['effect'], string> = {
  allow: 'would allow',
  'require-approval': 'would require approval',
  deny: 'would deny',
};
const MATCHES = {
  true: 'matched',
  false: 'did not match',
  unknown: 'unknown whether it matches',
};

interface Place {
  /** When the decision was made, ISO 8601. */
  at: string;
  /** What was already said above. */
  said: string;
}

function RulePath(props: Place & { rule: RuleResult }) {
  const { rule, at, said } = props;
  return (
    <li className={styles.rule}>
      <div className={styles.line}>
        <TernaryMark result={rule.matched} words={MATCHES} />
        <strong>
          <PlainText text={rule.name} />
        </strong>
        <span className={styles.quiet}>{RULE_EFFECTS[rule.effect]}</span>
      </div>
      {rule.because !== said && (
        <p className={styles.because}>
          <PlainText text={rule.because} />
        </p>
      )}
      {rule.criteria ? (
        <CriteriaTree trace={rule.criteria} at={at} />
      ) : (
        <FactReadList reads={rule.reads} at={at} />
      )}
    </li>
  );
}

function RuleList(props: Place & { rules: RuleResult[] }) {
  const { rules, ...place } = props;
  return (
    <ul className={styles.rules}>
      {rules.map(rule => (
        <RulePath key={rule.name} rule={rule} {...place} />
      ))}
    </ul>
  );
}

/** A document leads to its page, where its text is; the others have none. */
function PolicyName(props: { policy: PolicyResult }) {
  const { id, title, owner } = props.policy;
  return (
    <>
      {DOCUMENT.test(id) ? (
        <EntityName entityRef={id} />
      ) : (
        <>
          <PlainText text={title} />{' '}
          <code className={styles.quiet}>
            <PlainText text={id} />
          </code>
        </>
      )}
      {owner && (
        <span className={styles.quiet}>
          of <EntityName entityRef={owner} />
        </span>
      )}
    </>
  );
}

/** Rules that did not match are folded, unless that none matched is the reason. */
export function PolicyPath(props: Place & { policy: PolicyResult }) {
  const { policy, ...place } = props;
  const counted = policy.rules.filter(rule => rule.matched !== false);
  const others = policy.rules.filter(rule => rule.matched === false);
  return (
    <li className={styles.policy}>
      <div className={styles.line}>
        <PolicyName policy={policy} />
        {policy.standing && policy.standing !== 'current' && (
          <StatusTag tone="warning" edge="dashed" icon={<RiErrorWarningLine />}>
            {STANDINGS[policy.standing]}
          </StatusTag>
        )}
      </div>
      <RuleList rules={counted.length > 0 ? counted : others} {...place} />
      {counted.length > 0 && others.length > 0 && (
        <Fold
          summary={
            others.length === 1
              ? '1 rule did not match'
              : `${others.length} rules did not match`
          }
        >
          <RuleList rules={others} {...place} />
        </Fold>
      )}
    </li>
  );
}
