import { Explanation } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  UnblockList,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { Checkpoints } from '../Checkpoints';
import { Outcome } from '../Outcome';
import styles from './RequestPage.module.css';

/** The short answer: who asked for what, the verdict, why, and what would turn it. */
export function RequestStanding(props: { explanation: Explanation }) {
  const { request, mayReview, progress } = props.explanation;
  return (
    <div className={styles.standing}>
      <p className={styles.line}>
        <Outcome request={request} />
        <EntityName entityRef={request.agentRef} /> asked{' '}
        <Time value={request.createdAt} /> for <code>{request.actionId}</code>{' '}
        on <EntityName entityRef={request.targetRef} /> in {request.environment}
        .
      </p>
      <p className={styles.because}>
        <PlainText text={request.because} />
      </p>
      {request.retryable && (
        <p className={styles.line}>
          Something could not be evaluated; asked again later it may be decided
          differently.
        </p>
      )}
      {request.state === 'held' && request.decideBy && (
        <p className={styles.line}>
          Undecided, it expires <Time value={request.decideBy} />.
        </p>
      )}
      {progress && !mayReview.allowed && (
        <>
          <Text as="h4" variant="body-medium" weight="bold">
            Who has to look
          </Text>
          <Checkpoints
            checkpoints={progress.checkpoints}
            summary={progress.because}
          />
        </>
      )}
      {request.awaitsCaller && (
        <p className={styles.line}>
          It was called, and may run now: it does so when its agent calls for
          the same again.
        </p>
      )}
      {request.state === 'authorised' && request.executeBy && (
        <p className={styles.line}>
          Not started, it lapses <Time value={request.executeBy} />.
        </p>
      )}
      {request.state === 'held' && !mayReview.allowed && (
        <p className={styles.line}>
          You may not review it: <PlainText text={mayReview.because} />
        </p>
      )}
      {request.unblock.length > 0 && (
        <>
          <Text as="h4" variant="body-medium" weight="bold">
            What would change this
          </Text>
          <UnblockList
            steps={request.unblock}
            requestId={request.state === 'held' ? request.id : undefined}
          />
        </>
      )}
    </div>
  );
}
