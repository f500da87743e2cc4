import {
  Explanation,
  ReviewPresentation,
  ReviewVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  PlainText,
  Time,
  useSubmitReview,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button, TextAreaField } from '@backstage/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { messageOf, statusOf } from '../LoadState';
import styles from './ReviewPanel.module.css';

/** Why a button does nothing; undefined when it works. */
function whyNot(options: {
  mayReview: { allowed: boolean; because: string } | undefined;
  isOutdated: boolean;
}): string | undefined {
  if (options.isOutdated) {
    return 'It changed since it was shown to you.';
  }
  if (!options.mayReview) {
    return 'Finding out whether you may review it…';
  }
  return options.mayReview.allowed ? undefined : options.mayReview.because;
}

/** What to know before voting. */
function hintFor(options: {
  mayReview: Explanation['mayReview'] | undefined;
  needsComment: boolean;
}): string {
  return [
    options.mayReview?.helps === false && `${options.mayReview.because}.`,
    options.needsComment && 'To reject, say why in the comment.',
  ]
    .filter(Boolean)
    .join(' ');
}

function ChangedNotice(props: { onLookAgain?: () => void }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <Alert
      ref={notice}
      tabIndex={-1}
      role="alert"
      status="warning"
      icon
      title="This request changed, look again"
      description={
        props.onLookAgain
          ? 'What you see above is not what would run now.'
          : 'Your vote was not counted. Above is what is up for review now.'
      }
      customActions={
        props.onLookAgain && (
          <Button size="small" variant="secondary" onPress={props.onLookAgain}>
            Show what is up now
          </Button>
        )
      }
    />
  );
}

/** A vote on exactly what was shown: it quotes the hold and the digest of the presentation. */
export function ReviewForm(props: {
  presentation: ReviewPresentation;
  /** The hold the request is in now, as far as known. */
  currentHoldId: string | undefined;
  mayReview: Explanation['mayReview'] | undefined;
  lookAgain(): Promise<void>;
  onReviewed(verdict: ReviewVerdict): void;
}) {
  const { presentation, currentHoldId, mayReview, lookAgain, onReviewed } =
    props;
  const [comment, setComment] = useState('');
  const [wasRefused, setWasRefused] = useState(false);
  const review = useSubmitReview();
  const reasonId = useId();

  const isOutdated =
    currentHoldId !== undefined &&
    currentHoldId !== presentation.holdDecisionId;
  const hindrance = whyNot({ mayReview, isOutdated });
  const needsComment = comment.trim() === '';
  const isConflict = statusOf(review.error) === 409;

  const vote = async (verdict: ReviewVerdict) => {
    setWasRefused(false);
    try {
      await review.mutateAsync({
        requestId: presentation.requestId,
        holdDecisionId: presentation.holdDecisionId,
        presentationDigest: presentation.digest,
        verdict,
        ...(!needsComment && { comment: comment.trim() }),
      });
      onReviewed(verdict);
    } catch (error) {
      if (statusOf(error) === 409) {
        setWasRefused(true);
        await lookAgain();
      }
    }
  };

  return (
    <div className={styles.form}>
      {isOutdated && <ChangedNotice onLookAgain={lookAgain} />}
      {!isOutdated && wasRefused && <ChangedNotice />}
      {review.error && !isConflict && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="Your vote was not counted"
          description={<PlainText text={messageOf(review.error)} />}
        />
      )}
      <TextAreaField
        label="Comment"
        description="Goes back to the agent, and into the record. Required to reject."
        value={comment}
        onChange={setComment}
        maxLength={2000}
      />
      <div className={styles.buttons}>
        <Button
          variant="primary"
          isDisabled={Boolean(hindrance)}
          isPending={review.isPending}
          aria-describedby={reasonId}
          onPress={() => vote('approve')}
        >
          Approve
        </Button>
        <Button
          variant="secondary"
          destructive
          isDisabled={Boolean(hindrance) || needsComment}
          isPending={review.isPending}
          aria-describedby={reasonId}
          onPress={() => vote('reject')}
        >
          Reject
        </Button>
        <span id={reasonId} className={styles.reason}>
          {hindrance ?? hintFor({ mayReview, needsComment })}
        </span>
      </div>
      <p className={styles.reason}>
        You vote on presentation <Digest value={presentation.digest} />,
        rendered <Time value={presentation.renderedAt} />.
      </p>
    </div>
  );
}
