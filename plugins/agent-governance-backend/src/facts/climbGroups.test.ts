import { climbGroups } from './climbGroups';
import { graphEntity, loaderOf } from './__testUtils__/graph';

const group = (name: string, ...parents: string[]) =>
  graphEntity(`group:${name}`, {
    childOf: parents.map(parent => `group:${parent}`),
  });
const climb = (start: string[], ...entities: ReturnType<typeof group>[]) => {
  const load = loaderOf(entities);
  const groups = start.map(name => `group:default/${name}`);
  return { above: climbGroups({ groups, load }), load };
};
const known = (...names: string[]) => ({
  state: 'known',
  refs: names.map(name => `group:default/${name}`),
});
const chain = (length: number) =>
  Array.from({ length }, (_, i) =>
    i === length - 1 ? group(`g${i}`) : group(`g${i}`, `g${i + 1}`),
  );

describe('climbGroups', () => {
  it('finds everything above, nearest first, with one read a level', async () => {
    const { above, load } = climb(
      ['team', 'guild'],
      group('team', 'unit'),
      group('guild', 'unit', 'chapter'),
      group('unit', 'company'),
      group('chapter'),
      group('company'),
    );
    expect(await above).toEqual(
      known('team', 'guild', 'unit', 'chapter', 'company'),
    );
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('takes a group that is reached in two ways for one, not for a circle', async () => {
    const { above } = climb(
      ['team'],
      group('team', 'a', 'b'),
      group('a', 'top'),
      group('b', 'top'),
      group('top'),
    );
    expect(await above).toEqual(known('team', 'a', 'b', 'top'));
  });

  it.each([
    ['itself', [group('team', 'team')]],
    ['its parent', [group('team', 'unit'), group('unit', 'team')]],
    [
      'something further up',
      [group('team', 'unit'), group('unit', 'a'), group('a', 'unit')],
    ],
  ])(
    'invariant 11: groups in a circle, by way of %s, are unknown',
    async (_, all) => {
      const { above } = climb(['team'], ...all);
      expect(await above).toEqual({
        state: 'unknown',
        because: expect.stringContaining('above each other'),
      });
    },
  );

  it('invariant 11: a group that is named and not there is unknown, not left out', async () => {
    const { above } = climb(['team'], group('team', 'ghost'));
    expect(await above).toMatchObject({ state: 'unknown' });
    expect(await climb(['ghost']).above).toMatchObject({ state: 'unknown' });
  });

  it('follows eleven levels and does not guess beyond', async () => {
    expect(await climb(['g0'], ...chain(11)).above).toMatchObject({
      state: 'known',
    });
    expect(await climb(['g0'], ...chain(12)).above).toMatchObject({
      state: 'unknown',
    });
  });

  it('is in no group where there is none', async () => {
    expect(await climb([]).above).toEqual(known());
  });
});
