import { Checkpoint, CheckpointTerm, Verdict } from '../model';
import { compareStrictness } from './compareStrictness';

type Terms = Array<[from: string, resolved: string[], count: number]>;

function decided(verdict: Verdict, ...checkpoints: Terms[]) {
  return {
    verdict,
    checkpoints: checkpoints.map(
      (terms, index): Checkpoint => ({
        id: String(index),
        decideWithin: `PT${index + 1}H`,
        executeWithin: 'PT30M',
        anyOf: [
          {
            allOf: terms.map(
              ([from, resolved, count]): CheckpointTerm => ({
                from,
                resolved,
                count,
              }),
            ),
          },
        ],
      }),
    ),
  };
}

const one: Terms = [['target-owner', ['group:default/a'], 1]];
const held = decided('hold', one);
const withSre: Terms = [
  ...one,
  ['group:default/sre', ['group:default/sre'], 1],
];

describe('compareStrictness', () => {
  it.each<[string, ReturnType<typeof decided>, ReturnType<typeof decided>]>([
    ['the same hold', held, held],
    ['allow after hold', held, decided('allow')],
    ['allow after allow', decided('allow'), decided('allow')],
    ['fewer terms', decided('hold', withSre), held],
    [
      'terms in another order',
      decided('hold', withSre),
      decided('hold', [...withSre].reverse()),
    ],
    [
      'fewer people',
      decided('hold', [['target-owner', ['group:default/a'], 2]]),
      held,
    ],
    ['another checkpoint gone', decided('hold', withSre, one), held],
    [
      'more who count',
      held,
      decided('hold', [
        ['target-owner', ['group:default/a', 'group:default/b'], 1],
      ]),
    ],
  ])('invariant 5: %s is no stricter', (_, earlier, now) => {
    expect(compareStrictness(earlier, now)).toBe('same-or-looser');
  });

  it.each<[string, ReturnType<typeof decided>, ReturnType<typeof decided>]>([
    ['deny after hold', held, decided('deny')],
    ['hold after allow', decided('allow'), held],
    ['a further term', held, decided('hold', withSre)],
    ['a further checkpoint', held, decided('hold', one, withSre)],
    [
      'more people',
      held,
      decided('hold', [['target-owner', ['group:default/a'], 2]]),
    ],
    [
      'another owner',
      held,
      decided('hold', [['target-owner', ['group:default/b'], 1]]),
    ],
    [
      'fewer who count',
      decided('hold', [
        ['target-owner', ['group:default/a', 'group:default/b'], 1],
      ]),
      held,
    ],
    [
      'the same people asked as something else',
      held,
      decided('hold', [['group:default/a', ['group:default/a'], 1]]),
    ],
    ['one person for two terms', held, decided('hold', [...one, ...one])],
    [
      'nobody known to have counted',
      decided('hold', [['target-owner', [], 1]]),
      held,
    ],
  ])('invariant 5: %s is stricter', (_, earlier, now) => {
    expect(compareStrictness(earlier, now)).toBe('stricter');
  });
});
