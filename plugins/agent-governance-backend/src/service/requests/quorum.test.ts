import fc from 'fast-check';
import { Checkpoint } from '@agentgov/backstage-plugin-agent-governance-common';
import { Approval, quorumMet } from './quorum';

const checkpoint = (
  ...terms: Array<{ resolved: string[]; count: number }>
): Checkpoint => ({
  id: 'test',
  anyOf: [
    { allOf: terms.map(term => ({ from: term.resolved.join(), ...term })) },
  ],
  decideWithin: 'PT4H',
  executeWithin: 'PT30M',
});

const approval = (
  reviewerRef: string,
  ...standingRefs: string[]
): Approval => ({
  reviewerRef,
  standingRefs,
});

describe('quorumMet', () => {
  it('needs as many people as asked for', () => {
    const two = [checkpoint({ resolved: ['sre'], count: 2 })];
    expect(quorumMet(two, [approval('ann', 'sre')])).toBe(false);
    expect(
      quorumMet(two, [approval('ann', 'sre'), approval('bob', 'sre')]),
    ).toBe(true);
  });

  it('invariant 6: one person counts once, however often and through whatever they vote', () => {
    const both = [
      checkpoint(
        { resolved: ['sre'], count: 1 },
        { resolved: ['sec'], count: 1 },
      ),
    ];
    const ann = approval('ann', 'sre', 'sec');
    expect(quorumMet(both, [ann, ann, approval('ann', 'sre')])).toBe(false);
    expect(quorumMet(both, [ann, approval('bob', 'sre')])).toBe(true);
  });

  it('finds the seating where the first choice would have blocked it', () => {
    const terms = [
      checkpoint(
        { resolved: ['a', 'b'], count: 1 },
        { resolved: ['a'], count: 1 },
      ),
    ];
    expect(quorumMet(terms, [approval('ann', 'a'), approval('bob', 'b')])).toBe(
      true,
    );
  });

  it('nobody counts for what they have no standing for', () => {
    const one = [checkpoint({ resolved: ['sre'], count: 1 })];
    expect(quorumMet(one, [approval('ann', 'payments')])).toBe(false);
  });

  const groups = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
  const votes = fc.array(
    fc.record({
      reviewerRef: fc.constantFrom('ann', 'bob', 'cat', 'dan', 'eve'),
      standingRefs: groups,
    }),
    { maxLength: 8 },
  );
  const terms = fc.array(
    fc.record({ resolved: groups, count: fc.integer({ min: 1, max: 2 }) }),
    { minLength: 1, maxLength: 3 },
  );

  /** Every way of giving seats to people, tried one by one. */
  function bruteForce(
    seats: string[][],
    people: Array<[string, Set<string>]>,
  ): boolean {
    const [seat, ...rest] = seats;
    return (
      seat === undefined ||
      people.some(
        ([, refs], index) =>
          seat.some(ref => refs.has(ref)) &&
          bruteForce(rest, people.toSpliced(index, 1)),
      )
    );
  }

  it('invariant 6: agrees with trying every seating of distinct people', () => {
    fc.assert(
      fc.property(terms, votes, (asked, cast) => {
        const people = new Map<string, Set<string>>();
        for (const { reviewerRef, standingRefs } of cast) {
          const refs = people.get(reviewerRef) ?? new Set<string>();
          standingRefs.forEach(ref => refs.add(ref));
          people.set(reviewerRef, refs);
        }
        const seats = asked.flatMap(({ resolved, count }) =>
          Array.from({ length: count }, () => resolved),
        );
        expect(quorumMet([checkpoint(...asked)], cast)).toBe(
          bruteForce(seats, [...people]),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('invariant 3: another checkpoint never makes a quorum easier', () => {
    fc.assert(
      fc.property(terms, terms, votes, (one, another, cast) => {
        const both = [checkpoint(...one), checkpoint(...another)];
        const metBoth = quorumMet(both, cast);
        const metOne = quorumMet([checkpoint(...one)], cast);
        expect([metBoth, metOne]).not.toEqual([true, false]);
      }),
      { numRuns: 1_000 },
    );
  });
});
