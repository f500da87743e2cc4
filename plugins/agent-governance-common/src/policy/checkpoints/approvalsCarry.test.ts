import fc from 'fast-check';
import { Checkpoint, Verdict } from '../../model';
import {
  approval,
  approvalsArbitrary,
  checkpoint,
  checkpointArbitrary,
} from './__testUtils__/people';
import { approvalsCarry } from './approvalsCarry';
import { quorumMet } from './seatingOf';

const decided = (verdict: Verdict, ...checkpoints: Checkpoint[]) => ({
  verdict,
  checkpoints,
});
const byOwner = checkpoint([['owner', 1]]);
const held = decided('hold', byOwner);
const ann = approval('ann', 'owner');
const bob = approval('bob', 'owner', 'sre');
const ofRule = (rule: string, of: Checkpoint): Checkpoint => ({
  ...of,
  policy: 'agentpolicy:default/production',
  rule,
});

describe('approvalsCarry', () => {
  it.each<[string, Parameters<typeof approvalsCarry>]>([
    ['the same hold', [held, held, [ann]]],
    ['allow after hold', [held, decided('allow'), []]],
    ['allow after allow', [decided('allow'), decided('allow'), []]],
    [
      'a checkpoint gone',
      [decided('hold', byOwner, ofRule('risky', byOwner)), held, [ann]],
    ],
    [
      'a further way to satisfy it',
      [held, decided('hold', checkpoint([['owner', 1]], [['sre', 1]])), [ann]],
    ],
    [
      'more people of the same rule, where so many had approved',
      [held, decided('hold', checkpoint([['owner', 2]])), [ann, bob]],
    ],
    [
      'another owner, to whom who approved belongs as well',
      [held, decided('hold', checkpoint([['target-owner', 1, 'sre']])), [bob]],
    ],
  ])('invariant 5: goes on: %s', (_, given) => {
    expect(approvalsCarry(...given)).toBe(true);
  });

  it.each<[string, Parameters<typeof approvalsCarry>]>([
    ['deny after hold', [held, decided('deny'), [ann]]],
    ['hold after allow', [decided('allow'), held, [ann]]],
    ['hold after nothing', [undefined, held, [ann]]],
    ['nobody who approved has standing any more', [held, held, []]],
    ['more people', [held, decided('hold', checkpoint([['owner', 2]])), [ann]]],
    [
      'a further term',
      [
        held,
        decided(
          'hold',
          checkpoint([
            ['owner', 1],
            ['sre', 1],
          ]),
        ),
        [ann],
      ],
    ],
    [
      'another owner',
      [
        held,
        decided('hold', checkpoint([['target-owner', 1, 'other']])),
        [ann],
      ],
    ],
    [
      'a rule that did not ask before, whoever approved',
      [
        held,
        decided('hold', byOwner, ofRule('during-incident', byOwner)),
        [ann, bob],
      ],
    ],
    [
      'another rule instead',
      [
        decided('hold', ofRule('risky', byOwner)),
        decided('hold', ofRule('during-incident', byOwner)),
        [ann, bob],
      ],
    ],
    ['a hold that asks nobody', [held, decided('hold'), [ann]]],
  ])('invariant 5: does not go on: %s', (_, given) => {
    expect(approvalsCarry(...given)).toBe(false);
  });

  it('invariant 5: never goes on under a hold that what was approved does not satisfy as it is now', () => {
    const some = fc.array(checkpointArbitrary, { maxLength: 2 });
    fc.assert(
      fc.property(
        some,
        some,
        approvalsArbitrary,
        (before, after, approvals) => {
          const carries = approvalsCarry(
            decided('hold', ...before),
            decided('hold', ...after),
            approvals,
          );
          expect(carries).toBe(
            before.length > 0 && quorumMet(after, approvals),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
