import fc from 'fast-check';
import { Checkpoint } from '../../model';
import {
  approval,
  approvalsArbitrary,
  bruteForceQuorum,
  checkpoint,
  checkpointArbitrary,
} from './__testUtils__/people';
import { quorumMet, seatingOf } from './seatingOf';

const RUNS = { numRuns: 10_000 };

describe('quorumMet', () => {
  it('needs as many people as asked for', () => {
    const two = [checkpoint([['sre', 2]])];
    expect(quorumMet(two, [approval('ann', 'sre')])).toBe(false);
    expect(
      quorumMet(two, [approval('ann', 'sre'), approval('bob', 'sre')]),
    ).toBe(true);
  });

  it('takes any one alternative, and never half of one and half of another', () => {
    const asked = [
      checkpoint(
        [['owner', 2]],
        [
          ['owner', 1],
          ['sre', 1],
        ],
        [['cto', 1]],
      ),
    ];
    const ann = approval('ann', 'owner');
    expect(quorumMet(asked, [ann])).toBe(false);
    expect(quorumMet(asked, [ann, approval('bob', 'owner')])).toBe(true);
    expect(quorumMet(asked, [ann, approval('bob', 'sre')])).toBe(true);
    expect(quorumMet(asked, [approval('bob', 'sre')])).toBe(false);
    expect(quorumMet(asked, [approval('eve', 'cto')])).toBe(true);
  });

  it('invariant 6: one person counts once, however often and through whatever they vote', () => {
    const both = [
      checkpoint([
        ['sre', 1],
        ['sec', 1],
      ]),
    ];
    const ann = approval('ann', 'sre', 'sec');
    expect(quorumMet(both, [ann, ann, approval('ann', 'sre')])).toBe(false);
    expect(quorumMet(both, [ann, approval('bob', 'sre')])).toBe(true);
  });

  it('lets one person count for each of two checkpoints, which ask one by one', () => {
    const two = [checkpoint([['sre', 1]]), checkpoint([['sec', 1]])];
    expect(quorumMet(two, [approval('ann', 'sre', 'sec')])).toBe(true);
    expect(quorumMet(two, [approval('ann', 'sre')])).toBe(false);
  });

  it('finds the seating where the first choice would have blocked it', () => {
    const asked = [
      checkpoint([
        ['x', 1, 'a', 'b'],
        ['a', 1],
      ]),
    ];
    const ann = approval('ann', 'a');
    const bob = approval('bob', 'b');
    expect(quorumMet(asked, [ann, bob])).toBe(true);
    expect(quorumMet(asked, [bob, ann])).toBe(true);
  });

  it.each<[string, Checkpoint[]]>([
    ['no checkpoint', []],
    ['no alternative', [checkpoint()]],
    ['no term', [checkpoint([])]],
    ['a term that asks for nobody', [checkpoint([['sre', 0]])]],
    ['a term that asks for fewer than nobody', [checkpoint([['sre', -1]])]],
    ['a term that asks for half a person', [checkpoint([['sre', 0.5]])]],
    ['a term that asks for no number', [checkpoint([['sre', NaN]])]],
    [
      'one such term beside a good one',
      [
        checkpoint([
          ['sre', 1],
          ['sec', 0],
        ]),
      ],
    ],
  ])('invariant 2: is never met by %s', (_, asked) => {
    expect(quorumMet(asked, [approval('ann', 'sre', 'sec')])).toBe(false);
    expect(quorumMet(asked, [])).toBe(false);
  });

  it('nobody counts for what they have no standing for', () => {
    expect(
      quorumMet([checkpoint([['sre', 1]])], [approval('ann', 'payments')]),
    ).toBe(false);
  });

  it('invariant 6: agrees with trying every seating of distinct people', () => {
    fc.assert(
      fc.property(
        fc.array(checkpointArbitrary, { minLength: 1, maxLength: 3 }),
        approvalsArbitrary,
        (asked, approvals) => {
          expect(quorumMet(asked, approvals)).toBe(
            bruteForceQuorum(asked, approvals),
          );
        },
      ),
      RUNS,
    );
  });

  it('invariant 6: says who counts where: distinct people of each alternative, with standing, as many as asked for', () => {
    fc.assert(
      fc.property(
        fc.array(checkpointArbitrary, { minLength: 1, maxLength: 2 }),
        approvalsArbitrary,
        (asked, approvals) => {
          const seats = seatingOf(asked, approvals) ?? [];
          seats.forEach(({ checkpoint: id, alternative, terms }, index) => {
            expect(id).toBe(asked[index].id);
            const { allOf } = asked[index].anyOf[alternative];
            expect(terms.map(ids => ids.length)).toEqual(
              allOf.map(({ count }) => count),
            );
            const people = terms.map((ids, term) =>
              ids.map(reviewId => {
                const { reviewerRef } = approvals.find(
                  ({ id: given }) => given === reviewId,
                )!;
                const standing = approvals
                  .filter(given => given.reviewerRef === reviewerRef)
                  .flatMap(({ standingRefs }) => standingRefs);
                expect(standing).toEqual(
                  expect.arrayContaining(allOf[term].resolved),
                );
                return reviewerRef;
              }),
            );
            expect(new Set(people.flat()).size).toBe(people.flat().length);
          });
        },
      ),
      RUNS,
    );
  });

  it('invariant 3: another checkpoint never makes a quorum easier', () => {
    fc.assert(
      fc.property(
        checkpointArbitrary,
        checkpointArbitrary,
        approvalsArbitrary,
        (one, another, approvals) => {
          const metBoth = quorumMet([one, another], approvals);
          expect([metBoth, quorumMet([one], approvals)]).not.toEqual([
            true,
            false,
          ]);
        },
      ),
      RUNS,
    );
  });
});
