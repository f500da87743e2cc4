import fc from 'fast-check';
import { Checkpoint } from '../../../model';
import { Approval } from '../Approval';

/** Groups a checkpoint may ask for in tests. */
export const GROUPS = ['group:default/a', 'group:default/b', 'group:default/c'];
export const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve'].map(
  name => `user:default/${name}`,
);

/** Test: a checkpoint, each alternative as its terms. */
export function checkpoint(
  ...anyOf: Array<Array<[from: string, count: number, ...resolved: string[]]>>
): Checkpoint {
  return {
    id: 'test',
    anyOf: anyOf.map(terms => ({
      allOf: terms.map(([from, count, ...resolved]) => ({
        from,
        count,
        resolved: resolved.length > 0 ? resolved : [from],
      })),
    })),
    decideWithin: 'PT4H',
    executeWithin: 'PT30M',
  };
}

/** Test: an approval by somebody with standing for these. */
export function approval(name: string, ...standingRefs: string[]): Approval {
  return {
    id: `by-${name}`,
    reviewerRef: `user:default/${name}`,
    standingRefs,
  };
}

export const termsArbitrary = fc.array(
  fc.record({
    from: fc.constantFrom(...GROUPS),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

export const checkpointArbitrary = fc
  .record({
    id: fc.uuid(),
    anyOf: fc.array(termsArbitrary, { minLength: 1, maxLength: 3 }),
  })
  .map(
    ({ id, anyOf }): Checkpoint => ({
      id,
      anyOf: anyOf.map(terms => ({
        allOf: terms.map(term => ({ ...term, resolved: [term.from] })),
      })),
      decideWithin: 'PT4H',
      executeWithin: 'PT30M',
    }),
  );

/** Who belongs to what, for everybody there is. */
export const membershipArbitrary = fc
  .tuple(...PEOPLE.map(() => fc.subarray(GROUPS)))
  .map(groups => new Map(PEOPLE.map((person, i) => [person, groups[i]])));

/** Votes as they come in: some people several times, some with standing for less than at another time. */
export const approvalsArbitrary = fc.array(
  fc.record({
    id: fc.uuid(),
    reviewerRef: fc.constantFrom(...PEOPLE),
    standingRefs: fc.subarray(GROUPS),
  }),
  { maxLength: 8 },
);

/** Every way of giving people to seats, tried one by one: what the quick way is held against. */
export function bruteForce(
  seats: string[][],
  people: Array<{ standingRefs: string[] }>,
): boolean {
  const [seat, ...rest] = seats;
  return (
    seat === undefined ||
    people.some(
      ({ standingRefs }, index) =>
        seat.some(ref => standingRefs.includes(ref)) &&
        bruteForce(rest, people.toSpliced(index, 1)),
    )
  );
}

/** The same, for whole checkpoints. */
export function bruteForceQuorum(
  checkpoints: Checkpoint[],
  approvals: Approval[],
): boolean {
  const people = PEOPLE.map(person => ({
    standingRefs: approvals
      .filter(({ reviewerRef }) => reviewerRef === person)
      .flatMap(({ standingRefs }) => standingRefs),
  }));
  return checkpoints.every(({ anyOf }) =>
    anyOf.some(({ allOf }) =>
      bruteForce(
        allOf.flatMap(({ resolved, count }) =>
          Array.from({ length: count }, () => resolved),
        ),
        people,
      ),
    ),
  );
}
