import { DecidedBody } from './bodySchemas';
import { Problem, problem } from './Problem';
import { RequestStory } from './RequestStory';

/**
 * Whether the reviews that were counted make up what the checkpoints ask for: approvals of the present hold, by
 * distinct people (invariant 6).
 *
 * A reviewer whose name is erased counts as somebody else each time; the limits of the verification say so.
 */
export function checkQuorum(
  story: RequestStory,
  counted: string[],
  checkpoints: DecidedBody['checkpoints'],
): Problem[] {
  const problems: Problem[] = [];
  const people = new Set<string>();
  for (const reviewId of new Set(counted)) {
    const review = story.reviews.get(reviewId);
    if (!review || review.holdDecisionId !== story.holdDecisionId) {
      problems.push(
        problem(
          'review-not-bound',
          `It counts review ${reviewId}, which is not of the hold it overcomes`,
        ),
      );
    } else if (review.verdict !== 'approve') {
      problems.push(
        problem('quorum-not-met', `It counts review ${reviewId}, a rejection`),
      );
    } else if (review.reviewerRef?.startsWith('user:') === false) {
      problems.push(
        problem(
          'quorum-not-met',
          `It counts review ${reviewId} by ${review.reviewerRef}, who is no person`,
        ),
      );
    } else if (
      review.reviewerRef !== undefined &&
      story.notCountedPeople.has(review.reviewerRef)
    ) {
      problems.push(
        problem(
          'quorum-not-met',
          `It counts review ${reviewId} by somebody whose own request it is`,
        ),
      );
    } else {
      people.add(review.reviewerRef ?? `review ${reviewId}`);
    }
  }

  for (const checkpoint of checkpoints) {
    const needed = Math.min(
      ...checkpoint.anyOf.map(({ allOf }) =>
        allOf.reduce((sum, { count }) => sum + count, 0),
      ),
    );
    if (people.size < needed) {
      problems.push(
        problem(
          'quorum-not-met',
          `Checkpoint ${checkpoint.id} asks for ${needed} approvals by distinct people, and there are ${people.size}`,
        ),
      );
    }
  }
  if (
    people.size === 0 &&
    !checkpoints.some(({ anyOf }) =>
      anyOf.some(({ allOf }) => allOf.length > 0),
    )
  ) {
    problems.push(
      problem('quorum-not-met', 'A hold was overcome without any approval'),
    );
  }
  return problems;
}
