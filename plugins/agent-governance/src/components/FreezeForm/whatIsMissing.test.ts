import { whatIsMissing } from './whatIsMissing';

const complete = {
  scope: { environments: ['production'] },
  from: 1_000,
  to: 2_000,
  reason: 'Release week',
  permission: { allowed: true, because: 'You own it.' },
  permissionError: null,
};

describe('whatIsMissing', () => {
  it.each([
    ['nothing', {}, undefined],
    ['a scope', { scope: {} }, 'Choose an entity, an environment, or both.'],
    [
      'an answer about permission',
      { permission: undefined },
      'Finding out whether you may freeze this…',
    ],
    [
      'permission',
      { permission: { allowed: false, because: 'You do not own it.' } },
      'You do not own it.',
    ],
    [
      'a portal that answers',
      { permissionError: new Error('away') },
      'Could not find out whether you may freeze this.',
    ],
    ['an end', { to: undefined }, 'Say from when to when.'],
    ['a later end', { to: 1_000 }, 'It must end after it begins.'],
    ['a reason', { reason: '  ' }, 'Give a reason.'],
  ])('misses %s', (_, change, expected) => {
    expect(whatIsMissing({ ...complete, ...change })).toBe(expected);
  });
});
