import { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useCancelReplay,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { say } from '../../replays';
import { messageOf } from '../LoadState';
import styles from './ReplayView.module.css';

/** How far a replay is that goes on, and the way to stop it. */
export function ReplayProgress(props: { replay: Replay }) {
  const { id, state, progress, mayCancel } = props.replay;
  const cancel = useCancelReplay();
  const { done, total } = progress;
  return (
    <div className={styles.parts}>
      {state === 'queued' ? (
        <p>It waits for its turn.</p>
      ) : (
        <>
          <progress
            className={styles.progress}
            aria-label="Decisions made again"
            value={done}
            max={Math.max(total, 1)}
          />
          <p>
            {say(done)} of {say(total, 'decision', 'decisions')} made again
          </p>
        </>
      )}
      <p className={styles.quiet}>
        It goes on when this page is closed, and is found again among the
        replays.
      </p>
      {cancel.error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="It was not cancelled"
          description={<PlainText text={messageOf(cancel.error)} />}
        />
      )}
      {mayCancel && (
        <p>
          <Button
            variant="secondary"
            isPending={cancel.isPending}
            onPress={() => cancel.mutate(id)}
          >
            Cancel the replay
          </Button>
        </p>
      )}
    </div>
  );
}
