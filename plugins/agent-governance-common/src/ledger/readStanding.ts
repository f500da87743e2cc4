import {
  CheckpointsBody,
  ReviewersPayload,
  SeatsBody,
  reviewersPayloadSchema,
} from './bodySchemas';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';
import { RequestStory } from './RequestStory';

/** An entry that counts reviews, with what lies beside it. */
export interface CountingEntry {
  reviewsCounted: string[];
  checkpoints: CheckpointsBody;
  seats: SeatsBody;
  /** Names of the payloads it commits to. */
  committed: string[];
  /** Those of them that are there and what was committed to. */
  payloads: Map<string, string | Uint8Array>;
}

/** Whether a review counts for a term by its author's standing; yes where that is erased. */
export type StandingOf = (
  reviewId: string,
  seat: { checkpoint: string; alternative: number; term: number },
) => boolean;

/** Reads who stood for what when it was last looked up, and holds it against the body and the reviews. */
export function readStanding(
  story: RequestStory,
  entry: CountingEntry,
): { problems: Problem[]; standsFor: StandingOf } {
  if (!entry.committed.includes('reviewers')) {
    return missing('It does not say what the reviewers it counts stood for');
  }
  const payload = entry.payloads.get('reviewers');
  if (payload === undefined) {
    return { problems: [], standsFor: () => true };
  }
  const read = readPayload(payload, reviewersPayloadSchema);
  if (!read) {
    return missing('What it says of its reviewers cannot be read');
  }
  const problems: Problem[] = [];
  if (!sameTerms(read.checkpoints, entry.checkpoints)) {
    problems.push(
      problem(
        'quorum-not-met',
        'Its reviewers were looked up for other checkpoints than it asks for',
      ),
    );
  }
  for (const { id, reviewerRef } of read.approvals) {
    const given = story.reviews.get(id)?.reviewerRef;
    if (given !== undefined && given !== reviewerRef) {
      problems.push(
        problem(
          'review-not-bound',
          `It counts review ${id} as ${reviewerRef}’s, who did not give it`,
        ),
      );
    }
  }
  return {
    problems,
    standsFor: (reviewId, { checkpoint, alternative, term }) => {
      const resolved =
        read.checkpoints.find(({ id }) => id === checkpoint)?.anyOf[alternative]
          ?.allOf[term]?.resolved ?? [];
      const refs =
        read.approvals.find(({ id }) => id === reviewId)?.standingRefs ?? [];
      return refs.some(ref => resolved.includes(ref));
    },
  };
}

function missing(message: string) {
  return {
    problems: [problem('quorum-not-met', message)],
    standsFor: () => true,
  };
}

/** The body names a person who is asked by name only as `person`. */
function sameTerms(
  looked: ReviewersPayload['checkpoints'],
  asked: CheckpointsBody,
): boolean {
  const inShort = (checkpoints: CheckpointsBody) =>
    JSON.stringify(
      checkpoints.map(({ id, anyOf }) => [
        id,
        anyOf.map(({ allOf }) =>
          allOf.map(({ from, count }) => [
            from.startsWith('user:') ? 'person' : from,
            count,
          ]),
        ),
      ]),
    );
  return inShort(looked) === inShort(asked);
}
