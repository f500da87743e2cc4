import fc from 'fast-check';
import { Checkpoint } from '../../model';
import {
  GROUPS,
  approval,
  approvalsArbitrary,
  checkpoint,
  checkpointArbitrary,
} from './__testUtils__/people';
import { Approval } from './Approval';
import { reviewProgress } from './reviewProgress';
import { quorumMet } from './seatingOf';

describe('reviewProgress', () => {
  const ownerAndSre = checkpoint([
    ['target-owner', 1, 'group:default/payments'],
    ['group:default/sre', 1],
  ]);

  it('names who has approved and who is still needed', () => {
    const ann = approval('ann', 'group:default/payments');
    expect(reviewProgress([ownerAndSre], [ann])).toEqual({
      met: false,
      approved: 1,
      needed: 2,
      because: '1 of 2: one of group:default/sre still needed',
      helps: ['group:default/sre'],
      checkpoints: [
        {
          id: 'test',
          met: false,
          anyOf: [
            {
              met: false,
              terms: [
                {
                  from: 'target-owner',
                  resolved: ['group:default/payments'],
                  count: 1,
                  approvedBy: ['user:default/ann'],
                },
                {
                  from: 'group:default/sre',
                  resolved: ['group:default/sre'],
                  count: 1,
                  approvedBy: [],
                },
              ],
              missing: [
                {
                  count: 1,
                  from: ['group:default/sre'],
                  resolved: ['group:default/sre'],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each<[string, Checkpoint[], Approval[], string]>([
    [
      'nobody yet',
      [ownerAndSre],
      [],
      '0 of 2: one of group:default/payments and one of group:default/sre still needed',
    ],
    [
      'somebody who could count for either',
      [ownerAndSre],
      [approval('ann', 'group:default/payments', 'group:default/sre')],
      '1 of 2: one of group:default/payments or group:default/sre still needed',
    ],
    [
      'several ways',
      [checkpoint([['group:default/sre', 2]], [['user:default/cto', 1]])],
      [],
      '0 of 1: two of group:default/sre, or user:default/cto still needed',
    ],
    [
      'several checkpoints',
      [checkpoint([['a', 1]]), checkpoint([['b', 1]]), checkpoint([['c', 3]])],
      [approval('ann', 'a')],
      '1 of 5: one of b; and three of c still needed',
    ],
    [
      'enough',
      [ownerAndSre],
      [
        approval('ann', 'group:default/payments'),
        approval('bob', 'group:default/sre'),
      ],
      '2 of 2: everybody it needs has approved',
    ],
    ['a hold that asks nobody', [], [], '0 of 0: somebody still needed'],
  ])('says it in words: %s', (_, asked, approvals, because) => {
    expect(reviewProgress(asked, approvals).because).toBe(because);
  });

  const asked = fc.array(checkpointArbitrary, { minLength: 1, maxLength: 3 });

  it('invariant 6: is met exactly if the quorum is', () => {
    fc.assert(
      fc.property(asked, approvalsArbitrary, (checkpoints, approvals) => {
        const progress = reviewProgress(checkpoints, approvals);
        expect(progress.met).toBe(quorumMet(checkpoints, approvals));
        expect(progress.approved === progress.needed).toBe(progress.met);
        expect(progress.helps.length === 0).toBe(progress.met);
      }),
      { numRuns: 10_000 },
    );
  });

  it('one more vote brings some alternative further exactly if its author is one of those who help', () => {
    fc.assert(
      fc.property(
        asked,
        approvalsArbitrary,
        fc.subarray(GROUPS),
        (checkpoints, approvals, standingRefs) => {
          const newcomer = {
            id: 'new',
            reviewerRef: 'user:default/newcomer',
            standingRefs,
          };
          const before = reviewProgress(checkpoints, approvals);
          const after = reviewProgress(checkpoints, [...approvals, newcomer]);
          const further = before.checkpoints.some(
            (checkpoint_, index) =>
              !checkpoint_.met &&
              checkpoint_.anyOf.some(
                (way, other) =>
                  seatedIn(way) <
                  seatedIn(after.checkpoints[index].anyOf[other]),
              ),
          );
          expect(further).toBe(
            standingRefs.some(ref => before.helps.includes(ref)),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

function seatedIn({
  terms,
}: {
  terms: Array<{ approvedBy: string[] }>;
}): number {
  return terms.flatMap(({ approvedBy }) => approvedBy).length;
}
