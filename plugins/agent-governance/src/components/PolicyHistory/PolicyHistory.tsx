import { PolicyChange } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  EntityName,
  PlainText,
  PolicyStateBadge,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { Section } from '../Section';
import styles from './PolicyHistory.module.css';

/** What happened to a policy, from the ledger, the newest first. */
export function PolicyHistory(props: { changes: PolicyChange[] }) {
  const { changes } = props;
  return (
    <Section title="What happened to it">
      {changes.length === 0 ? (
        <EmptyState title="Nothing is on record yet." />
      ) : (
        <List ordered>
          {changes.map(change => (
            <li key={change.entryId} className={styles.item}>
              <p className={styles.line}>
                <Time value={change.at} />
                {change.state === 'gone' ? (
                  <span>Gone</span>
                ) : (
                  <PolicyStateBadge state={change.state} />
                )}
                <span>{wordsOf(change)}</span>
                {change.confirmedBy !== undefined && (
                  <span>
                    by{' '}
                    <EntityName
                      entityRef={change.confirmedBy}
                      defaultKind="user"
                    />
                  </span>
                )}
              </p>
              {change.comment !== undefined && (
                <p className={styles.quiet}>
                  “<PlainText text={change.comment} />”
                </p>
              )}
              <p className={styles.quiet}>
                {change.before === undefined ? (
                  'Nothing decided before'
                ) : (
                  <>
                    Before <Digest value={change.before} />
                  </>
                )}
                ,{' '}
                {change.after === undefined ? (
                  'nothing after'
                ) : (
                  <>
                    after <Digest value={change.after} />
                  </>
                )}
                .
              </p>
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}

function wordsOf({ type, changed, before, after }: PolicyChange): string {
  if (type === 'policy.confirmed') {
    return 'Confirmed to be gone';
  }
  if (before === undefined && after !== undefined) {
    return 'Began to be evaluated';
  }
  return changed.length === 0 ? 'Changed' : `Changed: ${changed.join(', ')}`;
}
