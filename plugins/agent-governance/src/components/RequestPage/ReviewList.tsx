import { Review } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  EntityName,
  PlainText,
  StatusTag,
  Time,
  formatDuration,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { List } from '../List';
import styles from './RequestPage.module.css';

/** Who voted, when, looking at what, with which standing, and whether it counts. */
export function ReviewList(props: { reviews: Review[] }) {
  const { reviews } = props;
  if (reviews.length === 0) {
    return <p className={styles.line}>Nobody has reviewed it.</p>;
  }
  return (
    <List>
      {reviews.map(review => (
        <li key={review.id} className={styles.review}>
          <p className={styles.line}>
            {review.verdict === 'approve' ? (
              <StatusTag tone="success" icon={<RiCheckLine />}>
                Approved
              </StatusTag>
            ) : (
              <StatusTag tone="danger" icon={<RiCloseLine />}>
                Rejected
              </StatusTag>
            )}
            <EntityName entityRef={review.reviewerRef} />
            <Time value={review.createdAt} />
            {!review.counts && <em>does not count for the present hold</em>}
          </p>
          <p className={styles.quiet}>
            Standing through <EntityName entityRef={review.standing} />, after{' '}
            {formatDuration(review.consideredMs / 1000)}, looking at
            presentation <Digest value={review.presentationDigest} />
          </p>
          {review.comment && (
            <p className={styles.line}>
              <PlainText text={review.comment} />
            </p>
          )}
        </li>
      ))}
    </List>
  );
}
