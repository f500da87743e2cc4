import {
  PolicyChange,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Fold } from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { Section } from '../Section';
import { HistoryItem } from './HistoryItem';
import styles from './PolicyChanges.module.css';

/** So many are shown at once. */
const SHOWN = 5;

/** What became of a policy, the newest first. */
export function PolicyChanges(props: { policy: PolicyDetail }) {
  const { changes, ref } = props.policy;
  const items = (some: PolicyChange[]) => (
    <List ordered>
      {some.map(change => (
        <HistoryItem key={change.entryId} policyRef={ref} change={change} />
      ))}
    </List>
  );
  return (
    <Section title="What happened to it">
      {changes.length === 0 ? (
        <EmptyState title="Nothing is on record yet." />
      ) : (
        <>
          {items(changes.slice(0, SHOWN))}
          {changes.length > SHOWN && (
            <div className={styles.earlier}>
              <Fold summary={`${changes.length - SHOWN} earlier`}>
                {items(changes.slice(SHOWN))}
              </Fold>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
