import { rotated } from './runRoads';

describe('rotated', () => {
  it('lets another one be first each time, and leaves none out', () => {
    expect([0, 1, 2, 3].map(round => rotated(['a', 'b', 'c'], round))).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c', 'a'],
      ['c', 'a', 'b'],
      ['a', 'b', 'c'],
    ]);
    expect(rotated([], 2)).toEqual([]);
  });
});
