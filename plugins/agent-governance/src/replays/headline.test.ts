import { headlineOf } from './headline';

const nothing = {
  decisions: 3410,
  replayed: 3410,
  loosened: 0,
  tightened: 0,
  checkpoint: 0,
};

describe('headlineOf', () => {
  it.each([
    [
      { ...nothing, tightened: 9, loosened: 3 },
      '12 of 3,410 decisions would change: 9 become stricter, 3 looser.',
    ],
    [
      { ...nothing, tightened: 1, checkpoint: 2 },
      '3 of 3,410 decisions would change: 1 becomes stricter, 2 held with others to ask.',
    ],
    [
      { ...nothing, decisions: 1, replayed: 1, loosened: 1 },
      '1 of 1 decision would change: 1 looser.',
    ],
    [nothing, 'None of 3,410 decisions would change.'],
    [
      { ...nothing, decisions: 0, replayed: 0 },
      'No decision was recorded in this scope.',
    ],
    // that nothing could be looked at is not that nothing changes
    [{ ...nothing, replayed: 0 }, 'No decision could be made again.'],
  ])('says %j in words', (report, words) => {
    expect(headlineOf(report)).toBe(words);
  });
});
