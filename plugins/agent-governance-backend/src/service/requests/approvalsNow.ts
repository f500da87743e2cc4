import { Approval } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { ReviewRow } from '../../store/rows';
import { PeopleDirectory } from '../types';

/**
 * Looks up what a person stands for of these refs, anew.
 *
 * @throws ServiceUnavailableError when the catalog cannot answer.
 */
export async function standsFor(
  people: PeopleDirectory,
  personRef: string,
  refs: string[],
): Promise<Array<{ ref: string; via: string }>> {
  const found = await Promise.all(
    refs.map(ref => people.standing(personRef, [ref])),
  );
  return refs.flatMap((ref, index) => {
    const standing = found[index];
    return standing ? [{ ref, via: standing.via }] : [];
  });
}

/**
 * Approvals as they count now: those of people who still have standing for some of these refs, with what they have
 * standing for (invariant 5). What a vote said about standing when it was cast does not matter any more.
 *
 * @param options - `never`: people whose review does not count
 * @throws ServiceUnavailableError when the catalog cannot answer.
 */
export async function approvalsNow(options: {
  people: PeopleDirectory;
  reviews: ReviewRow[];
  refs: string[];
  never: string[];
}): Promise<Approval[]> {
  const { people, reviews, refs, never } = options;
  const approvals = await Promise.all(
    reviews
      .filter(
        ({ verdict, reviewer_ref }) =>
          verdict === 'approve' && !never.includes(reviewer_ref),
      )
      .map(async ({ id, reviewer_ref }) => ({
        id,
        reviewerRef: reviewer_ref,
        standingRefs: (
          await standsFor(people, reviewer_ref, refs)
        ).map(({ ref }) => ref),
      })),
  );
  return approvals.filter(({ standingRefs }) => standingRefs.length > 0);
}

/** Approvals with the standing their authors had when they gave them. */
export function approvalsAsCast(reviews: ReviewRow[]): Approval[] {
  return reviews
    .filter(({ verdict }) => verdict === 'approve')
    .map(row => ({
      id: row.id,
      reviewerRef: row.reviewer_ref,
      standingRefs: JSON.parse(row.standing_refs),
    }));
}
