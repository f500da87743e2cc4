import { CheckpointAlternative } from '../../model';
import { Approval, byPerson } from './Approval';
import { SeatingPlan, seatPeople } from './seatPeople';

/** How approvals fill one alternative of a checkpoint. */
export interface SeatedAlternative {
  /** Whether every term has all the people it asks for. */
  met: boolean;
  /** For each term, the approvals that count for it: of distinct people within the alternative. */
  terms: Approval[][];
  plan: SeatingPlan;
  /** As in `terms`, by index in the plan. */
  seated: number[][];
}

/**
 * Fills an alternative with approvals, as far as they go, one term for each person (invariant 6).
 *
 * An alternative without terms, and a term that asks for nobody, are never met: nothing stands for a person's look.
 */
export function seatApprovals(
  { allOf }: CheckpointAlternative,
  approvals: Approval[],
): SeatedAlternative {
  const people = byPerson(approvals);
  const plan: SeatingPlan = {
    counts: allOf.map(({ count }) => count),
    standsFor: people.map(({ standingRefs }) =>
      allOf.flatMap(({ resolved }, index) =>
        resolved.some(ref => standingRefs.includes(ref)) ? [index] : [],
      ),
    ),
  };
  const seated = seatPeople(plan);
  return {
    met:
      allOf.length > 0 &&
      allOf.every(
        ({ count }, index) =>
          Number.isInteger(count) &&
          count > 0 &&
          seated[index].length === count,
      ),
    terms: seated.map(sitting => sitting.map(person => people[person])),
    plan,
    seated,
  };
}
