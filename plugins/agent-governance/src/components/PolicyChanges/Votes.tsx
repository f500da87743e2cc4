import { PendingPolicyChange } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { EntityParties } from './EntityParties';
import styles from './PolicyChanges.module.css';

/** Who said what of a change, and who is still needed. */
export function Votes(props: { change: PendingPolicyChange }) {
  const { votes, quorum, state } = props.change;
  const agreed = votes.filter(({ verdict }) => verdict === 'approve').length;
  const missing = Math.max(0, quorum.count - agreed);
  return (
    <>
      <p className={styles.text}>
        {agreed} of {quorum.count} people agree.{' '}
        {state === 'waiting' && missing > 0 && (
          <>
            {missing} more of <EntityParties refs={quorum.from} />{' '}
            {missing === 1 ? 'is' : 'are'} needed.
          </>
        )}
      </p>
      {votes.length > 0 && (
        <ul className={styles.findings}>
          {votes.map(({ person, verdict, at, comment }) => (
            <li key={person}>
              <EntityName entityRef={person} defaultKind="user" />{' '}
              {verdict === 'approve' ? 'agreed' : 'rejected it'}{' '}
              <Time value={at} />
              {comment !== undefined && (
                <>
                  : “<PlainText text={comment} />”
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
