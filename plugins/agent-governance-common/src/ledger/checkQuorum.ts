import { CheckpointsBody, SeatsBody } from './bodySchemas';
import { CountingEntry, StandingOf, readStanding } from './readStanding';
import { Problem, problem } from './Problem';
import { RequestStory } from './RequestStory';

type Term = CheckpointsBody[number]['anyOf'][number]['allOf'][number];

/**
 * Whether the reviews by which a hold was overcome make up what its checkpoints ask for (invariant 6): approvals of the
 * present hold, each checkpoint by one of its alternatives, each of its terms by enough people, no person in two places
 * of one alternative, and everybody by a standing that was looked up for it.
 *
 * @remarks
 *
 * Nothing is worked out here: the entry has to say which review counts where, and that is held against what it asks
 * for. A reviewer whose name is erased counts as somebody else each time, and as having had standing; the limits of
 * the verification say so.
 */
export function checkQuorum(
  story: RequestStory,
  entry: CountingEntry,
): Problem[] {
  const { reviewsCounted, checkpoints, seats } = entry;
  const counted = checkCounted(story, reviewsCounted);
  const standing = readStanding(story, entry);
  const problems = [...counted.problems, ...standing.problems];
  if (checkpoints.length === 0) {
    problems.push(
      problem('quorum-not-met', 'A hold was overcome that asks for nobody'),
    );
  }
  for (const checkpoint of checkpoints) {
    const filled = seats.filter(seat => seat.checkpoint === checkpoint.id);
    problems.push(
      ...(filled.length === 1
        ? checkSeats(checkpoint, filled[0], {
            people: counted.people,
            standsFor: standing.standsFor,
          })
        : [
            problem(
              'quorum-not-met',
              `Nothing says how checkpoint ${checkpoint.id} was satisfied`,
            ),
          ]),
    );
  }
  return problems;
}

/** Reviews that may count at all, by their id, with who gave them. */
function checkCounted(story: RequestStory, ids: string[]) {
  const problems: Problem[] = [];
  const people = new Map<string, string>();
  for (const id of new Set(ids)) {
    const review = story.reviews.get(id);
    const by = review?.reviewerRef;
    if (!review || review.holdDecisionId !== story.holdDecisionId) {
      problems.push(
        problem(
          'review-not-bound',
          `It counts review ${id}, which is not of the hold it overcomes`,
        ),
      );
    } else if (review.verdict !== 'approve') {
      problems.push(
        problem('quorum-not-met', `It counts review ${id}, a rejection`),
      );
    } else if (by?.startsWith('user:') === false) {
      problems.push(
        problem(
          'quorum-not-met',
          `It counts review ${id} by ${by}, who is no person`,
        ),
      );
    } else if (by !== undefined && story.notCountedPeople.has(by)) {
      problems.push(
        problem(
          'quorum-not-met',
          `It counts review ${id} by somebody whose own request it is`,
        ),
      );
    } else {
      people.set(id, by ?? `review ${id}`);
    }
  }
  return { problems, people };
}

/** One checkpoint, by the alternative that is said to be met. */
function checkSeats(
  { id, anyOf }: CheckpointsBody[number],
  { alternative, terms }: SeatsBody[number],
  known: { people: Map<string, string>; standsFor: StandingOf },
): Problem[] {
  const allOf = anyOf[alternative]?.allOf ?? [];
  if (allOf.length === 0 || terms.length !== allOf.length) {
    return [
      problem(
        'quorum-not-met',
        `Checkpoint ${id} has no alternative ${alternative} with ${terms.length} terms`,
      ),
    ];
  }
  const problems = allOf.flatMap((term, index) =>
    checkTerm(id, { ...term, index, alternative }, terms[index], known),
  );
  const everybody = terms.flatMap(reviews => [
    ...new Set(reviews.flatMap(review => known.people.get(review) ?? [])),
  ]);
  if (new Set(everybody).size < everybody.length) {
    problems.push(
      problem(
        'quorum-not-met',
        `Checkpoint ${id} counts one person for two of its terms`,
      ),
    );
  }
  return problems;
}

function checkTerm(
  id: string,
  term: Term & { index: number; alternative: number },
  reviews: string[],
  { people, standsFor }: { people: Map<string, string>; standsFor: StandingOf },
): Problem[] {
  const able = reviews.filter(review =>
    standsFor(review, {
      checkpoint: id,
      alternative: term.alternative,
      term: term.index,
    }),
  );
  const distinct = new Set(able.flatMap(review => people.get(review) ?? []));
  return distinct.size >= term.count
    ? []
    : [
        problem(
          'quorum-not-met',
          `Checkpoint ${id} asks for ${term.count} of ${term.from}, and ${
            distinct.size === 1 ? 'one person counts' : `${distinct.size} count`
          }`,
        ),
      ];
}
