import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StateBadge,
  VerdictBadge,
  wasApproved,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './Outcome.module.css';

/** The verdict, and what became of it where the verdict does not already say so. */
export function Outcome(props: {
  request: Pick<
    ActionRequest,
    'verdict' | 'reason' | 'state' | 'awaitsCaller' | 'reconciliation'
  >;
}) {
  const { verdict, reason, state, awaitsCaller, reconciliation } =
    props.request;
  const verdictSaysItAll = state === 'denied' || state === 'held';
  return (
    <span className={styles.outcome}>
      <VerdictBadge
        verdict={verdict}
        reason={reason}
        approved={wasApproved(props.request)}
      />
      {!verdictSaysItAll && (
        <StateBadge
          state={state}
          awaitsCaller={awaitsCaller}
          found={reconciliation?.outcome}
        />
      )}
    </span>
  );
}
