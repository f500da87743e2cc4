import { StopRelease } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ItemLine } from '../Item';
import styles from './StopItem.module.css';

/** Who agreed to the release of a stop, and how many it takes. */
export function StopApprovals(props: { release: StopRelease }) {
  const { approvals, quorum } = props.release;
  return (
    <>
      <ItemLine>
        {approvals.length} of {quorum} people agree to release it.
      </ItemLine>
      {approvals.length > 0 && (
        <ul className={styles.approvals}>
          {approvals.map(({ id, approvedBy, approvedAt, comment }) => (
            <li key={id}>
              <EntityName entityRef={approvedBy} />, <Time value={approvedAt} />
              {comment !== undefined && (
                <>
                  : <PlainText text={comment} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
