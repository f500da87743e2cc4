import { sha256Hex } from '../canonical';
import { ReviewedBody, reviewPayloadSchema } from './bodySchemas';
import { Problem, problem } from './Problem';
import { toText } from './readEntry';
import { readPayload } from './readPayload';
import { RequestStory } from './RequestStory';

const PRESENTATION_DOMAIN = 'agentgov.presentation.v1';

/** One vote: on the present hold, of the same action, after looking at a presentation (invariant 4). */
export function applyReview(
  story: RequestStory,
  body: ReviewedBody,
  payloads: Map<string, string | Uint8Array>,
): Problem[] {
  const problems = [
    ...checkBinding(story, body),
    ...checkPresentation(body, payloads.get('presentation')),
  ];
  story.reviews.set(body.reviewId, {
    holdDecisionId: body.holdDecisionId,
    verdict: body.verdict,
    reviewerRef: readPayload(payloads.get('review'), reviewPayloadSchema)
      ?.reviewerRef,
  });
  if (body.verdict === 'reject') {
    story.state = 'rejected';
  }
  return problems;
}

function checkBinding(story: RequestStory, body: ReviewedBody): Problem[] {
  const problems: Problem[] = [];
  if (story.state !== 'held') {
    problems.push(
      problem(
        'review-not-bound',
        `Review ${body.reviewId} is of a request that is ${story.state}`,
      ),
    );
  } else if (story.holdDecisionId !== body.holdDecisionId) {
    problems.push(
      problem(
        'review-not-bound',
        `Review ${body.reviewId} is of hold ${body.holdDecisionId}, but the request is held by ${story.holdDecisionId}`,
      ),
    );
  }
  if (story.actionDigest !== body.actionDigest) {
    problems.push(
      problem(
        'review-not-bound',
        `Review ${body.reviewId} is of another action than the one that was asked for`,
      ),
    );
  }
  if (story.reviews.has(body.reviewId)) {
    problems.push(
      problem('review-not-bound', `Review ${body.reviewId} is there twice`),
    );
  }
  return problems;
}

function checkPresentation(
  body: ReviewedBody,
  presentation: string | Uint8Array | undefined,
): Problem[] {
  const text = presentation === undefined ? undefined : toText(presentation);
  const shown = text && sha256Hex(`${PRESENTATION_DOMAIN}\0${text}`);
  return shown === undefined || shown === body.presentationDigest
    ? []
    : [
        problem(
          'review-not-bound',
          `Review ${body.reviewId} quotes another presentation than the one that lies with it`,
        ),
      ];
}
