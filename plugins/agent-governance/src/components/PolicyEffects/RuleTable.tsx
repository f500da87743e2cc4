import { PolicyEffects } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import styles from './PolicyEffects.module.css';

/** Which rules said something, and how often. */
export function RuleTable(props: { rules: PolicyEffects['rules'] }) {
  const { rules } = props;
  return rules.length === 0 ? (
    <EmptyState title="No rule of it said anything." />
  ) : (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Said something in</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ name, mode, decisions }) => (
          <tr key={`${mode} ${name}`}>
            <th scope="row">
              <PlainText text={name} />
              {mode === 'shadow' && (
                <span className={styles.note}> in shadow mode</span>
              )}
            </th>
            <td>{decisions}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
