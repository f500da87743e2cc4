import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Fold,
  JsonView,
  PlainText,
  StateBadge,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './RequestPage.module.css';

/** What was sent and what came back. An unknown outcome is said to be unknown. */
export function ExecutionStory(props: { request: ActionRequest }) {
  const { request } = props;
  const { execution } = request;
  if (!execution) {
    return <p className={styles.line}>Nothing was executed.</p>;
  }
  return (
    <div className={styles.standing}>
      <p className={styles.line}>
        <StateBadge
          state={execution.state === 'running' ? 'executing' : execution.state}
        />
        attempt {execution.attempt}, started{' '}
        <Time value={execution.startedAt} />
        {execution.endedAt && (
          <>
            , ended <Time value={execution.endedAt} />
          </>
        )}
      </p>
      <p className={styles.line}>
        Idempotency key, the same for every attempt:{' '}
        <code>{execution.idempotencyKey}</code>
      </p>
      {execution.error && (
        <p className={styles.line}>
          It said: <PlainText text={execution.error} />
        </p>
      )}
      {execution.output && (
        <Fold summary="What came back" defaultOpen>
          <JsonView label="Output as JSON" value={execution.output} />
        </Fold>
      )}
    </div>
  );
}
