/**
 * An approval, and what its author has standing for.
 *
 * @public
 */
export interface Approval {
  /** Of the review. */
  id: string;
  /** A person: one counts once, however many approvals they gave. */
  reviewerRef: string;
  /** Those of the groups and people a checkpoint's terms resolved to that the author is, or belongs to. */
  standingRefs: string[];
}

/** Approvals by person: one for each, standing for all that any of theirs stands for. */
export function byPerson(approvals: Approval[]): Approval[] {
  const people = new Map<string, Approval>();
  for (const approval of approvals) {
    const { reviewerRef, standingRefs } = approval;
    const known = people.get(reviewerRef);
    people.set(
      reviewerRef,
      known
        ? { ...known, standingRefs: [...known.standingRefs, ...standingRefs] }
        : approval,
    );
  }
  return [...people.values()];
}
