import { PendingPolicyChange } from '@agentgov/backstage-plugin-agent-governance-common';
import { Quiet } from '../Item';
import styles from './PolicyChanges.module.css';

/** What the change would have made of the decisions of the last days, for those who vote on it. */
export function AttachedReplay(props: { change: PendingPolicyChange }) {
  const { replayId } = props.change;
  return replayId === undefined ? null : (
    <div>
      <h4 className={styles.heading}>What it would have changed lately</h4>
      <Quiet as="p">Replay {replayId}</Quiet>
    </div>
  );
}
