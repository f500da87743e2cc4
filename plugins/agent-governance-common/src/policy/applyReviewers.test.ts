import fc from 'fast-check';
import { canonicalJson } from '../canonical';
import { Checkpoint, JsonObject } from '../model';
import { FALLBACK_REVIEWERS, applyReviewers } from './applyReviewers';
import {
  GROUPS,
  checkpoint,
  checkpointArbitrary,
  membershipArbitrary,
} from './checkpoints/__testUtils__/people';
import { countReviewers } from './checkpoints/countReviewers';
import { quorumMet } from './checkpoints/seatingOf';
import { DecisionCore } from './DecisionCore';

function held(...checkpoints: Checkpoint[]): DecisionCore {
  return {
    verdict: 'hold',
    reason: 'granted',
    because: 'A person looks first.',
    effectiveAt: '2026-11-22T12:00:00.000Z',
    policySetDigest: 'p'.repeat(64),
    engineVersion: '1',
    levels: [],
    checkpoints,
  } as unknown as DecisionCore;
}

const reviewers = (
  people: Record<string, string[]>,
  refs: Record<string, string[]> = {},
) =>
  countReviewers(
    Object.entries(people).map(([from, names]) => ({
      from,
      refs: refs[from] ?? [from],
      people: names,
    })),
  );

describe('applyReviewers', () => {
  it('resolves each term to who it stands for', () => {
    const { checkpoints } = applyReviewers(
      held(
        checkpoint([
          ['target-owner', 1],
          ['group:default/sre', 1],
        ]),
      ),
      reviewers(
        { 'target-owner': ['a'], 'group:default/sre': ['b'], fallback: [] },
        { 'target-owner': ['group:default/payments'], fallback: [] },
      ),
    );
    expect(checkpoints).toEqual([
      checkpoint([
        ['target-owner', 1, 'group:default/payments'],
        ['group:default/sre', 1],
      ]),
    ]);
  });

  it('drops an alternative nobody can satisfy, and says so', () => {
    const { verdict, checkpoints } = applyReviewers(
      held(checkpoint([['group:default/sre', 2]], [['group:default/sec', 1]])),
      reviewers({
        'group:default/sre': ['a'],
        'group:default/sec': ['a'],
        fallback: ['a', 'b', 'c'],
      }),
    );
    expect(verdict).toBe('hold');
    expect(checkpoints).toEqual([
      {
        ...checkpoint([['group:default/sec', 1]]),
        notes: [
          'Nobody can satisfy two of group:default/sre: it asks for two of group:default/sre, and there is one person.',
        ],
      },
    ]);
  });

  it('invariant 6: lets the fallback reviewers stand in for who is missing, and only for them', () => {
    const { checkpoints } = applyReviewers(
      held(
        checkpoint([
          ['group:default/sre', 2],
          ['group:default/sec', 1],
        ]),
      ),
      reviewers(
        {
          'group:default/sre': ['a'],
          'group:default/sec': ['b'],
          fallback: ['c'],
        },
        { fallback: ['group:default/platform'] },
      ),
    );
    expect(checkpoints[0].anyOf).toEqual(
      checkpoint([
        ['group:default/sre', 2, 'group:default/sre', 'group:default/platform'],
        ['group:default/sec', 1],
      ]).anyOf,
    );
    expect(checkpoints[0].notes).toEqual([
      expect.stringContaining('The fallback reviewers may stand in.'),
    ]);
  });

  it('invariant 6: denies, and says why, where not even the fallback reviewers are enough', () => {
    expect(
      applyReviewers(
        held(checkpoint([['group:default/sre', 3]])),
        reviewers({ 'group:default/sre': ['a'], fallback: ['a', 'b'] }),
      ),
    ).toMatchObject({
      verdict: 'deny',
      reason: 'denied',
      because:
        'Denied: a person has to approve, and too few may: it asks for three of group:default/sre, and there is one person; the fallback reviewers are too few to stand in.',
      checkpoints: [],
    });
  });

  it('invariant 2: could not evaluate where who may could not be found out; a kind nobody looked up has nobody', () => {
    const core = held(checkpoint([['group:default/sre', 1]]));
    expect(applyReviewers(core, undefined)).toMatchObject({
      verdict: 'deny',
      reason: 'could-not-evaluate',
    });
    expect(applyReviewers(core, reviewers({ fallback: ['a'] }))).toMatchObject({
      verdict: 'deny',
      reason: 'denied',
    });
  });

  it('leaves anything but a hold alone', () => {
    const core: DecisionCore = { ...held(), verdict: 'allow' };
    expect(applyReviewers(core, undefined)).toBe(core);
  });

  it('invariants 6 and 9: never holds what everybody together could not approve, and says the same each time', () => {
    fc.assert(
      fc.property(
        fc.array(checkpointArbitrary, { minLength: 1, maxLength: 2 }),
        membershipArbitrary,
        fc.constantFrom([], GROUPS.slice(0, 1), GROUPS.slice(1)),
        (asked, membership, fallbackRefs) => {
          const members = (refs: string[]) =>
            [...membership]
              .filter(([, groups]) => groups.some(ref => refs.includes(ref)))
              .map(([person]) => person);
          const found = countReviewers([
            ...GROUPS.map(from => ({
              from,
              refs: [from],
              people: members([from]),
            })),
            {
              from: FALLBACK_REVIEWERS,
              refs: fallbackRefs,
              people: members(fallbackRefs),
            },
          ]);
          const everybody = [...membership].map(
            ([reviewerRef, standingRefs]) => ({
              id: reviewerRef,
              reviewerRef,
              standingRefs,
            }),
          );
          const { verdict, checkpoints, ...rest } = applyReviewers(
            held(...asked),
            found,
          );
          expect(verdict === 'hold').toBe(quorumMet(checkpoints, everybody));
          // who is asked for is there: never denied for want of people
          expect(verdict === 'hold' || !quorumMet(asked, everybody)).toBe(true);
          const again = applyReviewers(
            held(...asked),
            JSON.parse(canonicalJson(found as unknown as JsonObject)),
          );
          expect(again).toEqual({ verdict, checkpoints, ...rest });
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
