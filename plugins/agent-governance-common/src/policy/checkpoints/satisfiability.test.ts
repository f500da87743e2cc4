import fc from 'fast-check';
import {
  GROUPS,
  bruteForce,
  membershipArbitrary,
  termsArbitrary,
} from './__testUtils__/people';
import { countReviewers } from './countReviewers';
import { satisfiability } from './satisfiability';

const found = countReviewers([
  {
    from: 'group:default/sre',
    refs: ['group:default/sre'],
    people: ['a', 'b'],
  },
  { from: 'group:default/sec', refs: ['group:default/sec'], people: ['b'] },
  { from: 'group:default/gone', refs: ['group:default/gone'], people: [] },
]);

describe('satisfiability', () => {
  const spec = (...anyOf: Array<Array<[from: string, count: number]>>) => ({
    anyOf: anyOf.map(terms => ({
      allOf: terms.map(([from, count]) => ({ from, count })),
    })),
  });

  it.each<
    [
      string,
      ReturnType<typeof spec>,
      boolean | 'unknown',
      Array<string | undefined>,
    ]
  >([
    ['enough people', spec([['group:default/sre', 2]]), true, [undefined]],
    [
      'a quorum larger than its group',
      spec([['group:default/sre', 3]]),
      false,
      ['it asks for three of group:default/sre, and there are 2 people'],
    ],
    [
      'a group that is not there',
      spec([['group:default/gone', 1]]),
      false,
      ['it asks for one of group:default/gone, and there is nobody'],
    ],
    [
      'one person in both groups, who counts once',
      spec([
        ['group:default/sre', 2],
        ['group:default/sec', 1],
      ]),
      false,
      [
        'between group:default/sre and group:default/sec there are not as many different people as it asks for',
      ],
    ],
    [
      'one way of two',
      spec([['group:default/sre', 3]], [['group:default/sec', 1]]),
      true,
      [expect.any(String), undefined],
    ],
    [
      'an owner nobody knows yet',
      spec([
        ['target-owner', 5],
        ['group:default/sre', 1],
      ]),
      'unknown',
      [undefined],
    ],
    [
      'an owner nobody knows yet, beside a group that is too small',
      spec([
        ['target-owner', 1],
        ['group:default/sec', 2],
      ]),
      false,
      ['it asks for two of group:default/sec, and there is one person'],
    ],
    ['no way at all', spec(), false, []],
    ['no term', spec([]), false, ['it asks for nobody']],
    [
      'a count of nobody',
      spec([['group:default/sre', 0]]),
      false,
      ['it asks for nobody'],
    ],
  ])('%s', (_, asked, satisfiable, because) => {
    expect(satisfiability(asked, found)).toEqual({
      satisfiable,
      alternatives: because.map(reason => ({
        satisfiable: expect.anything(),
        ...(reason !== undefined && { because: reason }),
      })),
    });
  });

  it('leaves out those who never count', () => {
    const people = ['user:default/ann', 'user:default/bob'];
    const from = 'group:default/sre';
    const asked = spec([[from, 2]]);
    const kinds = [{ from, refs: [from], people }];
    expect(satisfiability(asked, countReviewers(kinds)).satisfiable).toBe(true);
    expect(
      satisfiability(asked, countReviewers(kinds, ['user:default/ann']))
        .satisfiable,
    ).toBe(false);
  });

  it('invariant 6: agrees with trying every seating of everybody there is', () => {
    fc.assert(
      fc.property(
        fc.array(termsArbitrary, { minLength: 1, maxLength: 3 }),
        membershipArbitrary,
        (anyOf, membership) => {
          const kinds = GROUPS.map(from => ({
            from,
            refs: [from],
            people: [...membership]
              .filter(([, groups]) => groups.includes(from))
              .map(([person]) => person),
          }));
          const everybody = [...membership.values()].map(standingRefs => ({
            standingRefs,
          }));
          const asked = { anyOf: anyOf.map(allOf => ({ allOf })) };
          expect(satisfiability(asked, countReviewers(kinds)).satisfiable).toBe(
            anyOf.some(terms =>
              bruteForce(
                terms.flatMap(({ from, count }) =>
                  Array.from({ length: count }, () => [from]),
                ),
                everybody,
              ),
            ),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
