import {
  Checkpoint,
  CheckpointAlternative,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** An approval, and what its author has standing for. */
export interface Approval {
  reviewerRef: string;
  /** Checkpoint refs, as resolved in the hold decision. */
  standingRefs: string[];
}

/**
 * Whether these approvals meet every checkpoint by one of its alternatives, each term by distinct people.
 *
 * One person fills one seat (invariant 6). Seats are given by augmenting paths, so that someone
 * who could sit in two places never keeps another from the only one they fit.
 */
export function quorumMet(
  checkpoints: Checkpoint[],
  approvals: Approval[],
): boolean {
  return checkpoints.every(({ anyOf }) =>
    anyOf.some(alternative => alternativeMet(alternative, approvals)),
  );
}

function alternativeMet(
  { allOf }: CheckpointAlternative,
  approvals: Approval[],
): boolean {
  const seats = allOf.flatMap(term =>
    Array.from({ length: term.count }, () => term.resolved),
  );
  const people = new Map<string, Set<string>>();
  for (const { reviewerRef, standingRefs } of approvals) {
    const refs = people.get(reviewerRef) ?? new Set();
    standingRefs.forEach(ref => refs.add(ref));
    people.set(reviewerRef, refs);
  }
  const seatOf = new Map<string, number>();

  const seat = (index: number, tried: Set<string>): boolean => {
    for (const [person, refs] of people) {
      if (tried.has(person) || !seats[index].some(ref => refs.has(ref))) {
        continue;
      }
      tried.add(person);
      const taken = seatOf.get(person);
      if (taken === undefined || seat(taken, tried)) {
        seatOf.set(person, index);
        return true;
      }
    }
    return false;
  };
  return seats.length > 0 && seats.every((_, index) => seat(index, new Set()));
}
