import {
  PendingPolicyChange,
  Replay,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useReplay } from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { headlineOf } from '../../replays';
import { replaysRouteRef } from '../../routes';
import { LoadState } from '../LoadState';
import styles from './PolicyChanges.module.css';

/** What the change would have made of the decisions of the last days, for those who vote on it. */
export function AttachedReplay(props: { change: PendingPolicyChange }) {
  const { replayId } = props.change;
  return replayId === undefined ? null : (
    <div>
      <h4 className={styles.heading}>
        What it would have changed in the last seven days
      </h4>
      <ReplayLine id={replayId} />
    </div>
  );
}

function ReplayLine(props: { id: string }) {
  const query = useReplay(props.id);
  const route = useRouteRef(replaysRouteRef);
  return (
    <LoadState query={query} what="the replay of this change">
      {() => (
        <p className={styles.text}>
          {wordsOf(query.data!)}{' '}
          {route && (
            <Link href={`${route()}?replay=${encodeURIComponent(props.id)}`}>
              Look at the replay
            </Link>
          )}
        </p>
      )}
    </LoadState>
  );
}

function wordsOf({ state, report, progress }: Replay): string {
  if (report) {
    return headlineOf(report);
  }
  switch (state) {
    case 'queued':
      return 'It waits for its turn.';
    case 'running':
      return `${progress.done} of ${progress.total} decisions were made again so far.`;
    case 'cancelled':
      return 'It was stopped.';
    default:
      return 'It could not be finished.';
  }
}
