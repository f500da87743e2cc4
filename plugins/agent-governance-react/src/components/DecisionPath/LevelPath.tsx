import { LevelResult } from '@agentgov/backstage-plugin-agent-governance-common';
import { RiQuestionLine } from '@remixicon/react';
import { PlainText } from '../PlainText';
import { StatusTag } from '../StatusTag';
import { PolicyPath } from './PolicyPath';
import styles from './DecisionPath.module.css';

export const LEVEL_WORDS: Record<LevelResult['level'], string> = {
  stops: 'Stops',
  delegation: 'Delegation',
  portal: 'Portal',
  organization: 'Organization',
  environment: 'Environment',
  team: 'Team',
  service: 'Service',
  agent: 'Agent',
};
export const LEVEL_EFFECTS: Record<LevelResult['effect'], string> = {
  allow: 'allows it',
  'require-approval': 'requires approval',
  deny: 'denies it',
  none: 'says nothing',
};
/** What one level had to say, and through which of its policies. */
export function LevelPath(props: { level: LevelResult; at: string }) {
  const { level, at } = props;
  return (
    <li className={styles.level}>
      <p className={styles.line}>
        <strong>{LEVEL_WORDS[level.level]}</strong>
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
      {level.openGrant !== undefined && (
        <p className={styles.because}>
          Whether it would say yes is not known:{' '}
          <PlainText text={level.openGrant} />
        </p>
      )}
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
