import {
  Explanation,
  ReviewProgress,
  ReviewVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  StateBadge,
  useActionRequest,
  useExplanation,
  useReviewPresentation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { RequestLink } from '../RequestLink';
import { PresentationView } from './PresentationView';
import { ReviewForm } from './ReviewForm';

/** Of the hold that is shown, and of no other. */
function progressOf(
  explanation: Explanation | undefined,
  holdDecisionId: string,
): ReviewProgress | undefined {
  return explanation?.request.holdDecisionId === holdDecisionId
    ? explanation.progress
    : undefined;
}

/**
 * One held request, exactly as the server rendered it for this reviewer, and their vote.
 * What is shown stays what it is until the reviewer asks to look again.
 */
export function ReviewPanel(props: {
  requestId: string;
  onReviewed(verdict: ReviewVerdict): void;
}) {
  const { requestId, onReviewed } = props;
  const request = useActionRequest(requestId);
  const explanation = useExplanation(requestId);
  const presentation = useReviewPresentation(requestId);

  if (request.data && request.data.state !== 'held') {
    return (
      <EmptyState
        title="This request waits for nobody any more."
        description={
          <>
            <StateBadge
              state={request.data.state}
              awaitsCaller={request.data.awaitsCaller}
              found={request.data.reconciliation?.outcome}
            />{' '}
            {request.data.because}
          </>
        }
        action={<RequestLink id={requestId}>See what happened</RequestLink>}
      />
    );
  }
  return (
    <LoadState query={presentation} what="what is up for review">
      {() => (
        <>
          <PresentationView
            presentation={presentation.data!}
            eligibleReviewers={explanation.data?.eligibleReviewers ?? []}
            progress={progressOf(
              explanation.data,
              presentation.data!.holdDecisionId,
            )}
            decideBy={request.data?.decideBy}
          />
          <ReviewForm
            presentation={presentation.data!}
            currentHoldId={request.data?.holdDecisionId}
            mayReview={explanation.data?.mayReview}
            lookAgain={async () => {
              await Promise.all([presentation.refetch(), request.refetch()]);
            }}
            onReviewed={onReviewed}
          />
        </>
      )}
    </LoadState>
  );
}
