import {
  LevelResult,
  PolicyResult,
  RuleResult,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RiQuestionLine } from '@remixicon/react';
import { CriteriaTree } from '../CriteriaTree';
import { FactReadList } from '../FactReadList';
import { Fold } from '../Fold';
import { PlainText } from '../PlainText';
import { StatusTag } from '../StatusTag';
import { TernaryMark } from '../TernaryMark';
import styles from './DecisionPath.module.css';

const LEVELS: Record<LevelResult['level'], string> = {
  stops: 'Stops',
  portal: 'Portal',
  organization: 'Organization',
  environment: 'Environment',
  team: 'Team',
  service: 'Service',
  agent: 'Agent',
};
const LEVEL_EFFECTS: Record<LevelResult['effect'], string> = {
  allow: 'allows it',
  'require-approval': 'requires approval',
  deny: 'denies it',
  none: 'says nothing',
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

/** Rules that did not match are folded, unless that none matched is the reason. */
function PolicyPath(props: Place & { policy: PolicyResult }) {
  const { policy, ...place } = props;
  const counted = policy.rules.filter(rule => rule.matched !== false);
  const others = policy.rules.filter(rule => rule.matched === false);
  return (
    <li className={styles.policy}>
      <PlainText text={policy.title} />{' '}
      <code className={styles.quiet}>
        <PlainText text={policy.id} />
      </code>
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

/** What one level had to say, and through which of its policies. */
export function LevelPath(props: { level: LevelResult; at: string }) {
  const { level, at } = props;
  return (
    <li className={styles.level}>
      <p className={styles.line}>
        <strong>{LEVELS[level.level]}</strong>
        <span>{LEVEL_EFFECTS[level.effect]}</span>
        {level.granted && <span className={styles.quiet}>(a grant)</span>}
        {level.couldNotEvaluate !== undefined && (
          <StatusTag tone="warning" edge="dashed" icon={<RiQuestionLine />}>
            Could not evaluate
          </StatusTag>
        )}
      </p>
      <p className={styles.because}>
        <PlainText text={level.couldNotEvaluate ?? level.because} />
      </p>
      <ul className={styles.policies}>
        {level.policies.map(policy => (
          <PolicyPath
            key={policy.id}
            policy={policy}
            at={at}
            said={level.because}
          />
        ))}
      </ul>
    </li>
  );
}
