import { whatIsMissing } from './whatIsMissing';

const complete = {
  scope: { environments: ['production'] },
  hasBadTargets: false,
  from: 1_000,
  to: 2_000,
  recurs: false,
  hasRecurrence: false,
  reason: 'Release week',
  permission: { allowed: true, because: 'You own it.' },
  permissionError: null,
  refusal: undefined,
};

describe('whatIsMissing', () => {
  it.each([
    ['nothing', {}, undefined],
    ['a scope', { scope: {} }, 'Choose an entity, an environment, or both.'],
    ['nothing of a predicate', { scope: { targets: { a: 'b' } } }, undefined],
    [
      'a predicate',
      { hasBadTargets: true },
      'The predicate is no JSON object.',
    ],
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
    [
      'what the portal misses',
      { refusal: 'recurrence.rule: FREQ is missing' },
      'recurrence.rule: FREQ is missing',
    ],
    ['an end', { to: undefined }, 'Say from when to when.'],
    ['a later end', { to: 1_000 }, 'It must end after it begins.'],
    [
      'how it comes back',
      { recurs: true },
      'Say when it begins, how long it lasts, and how it comes back.',
    ],
    [
      'no end, where it comes back',
      { recurs: true, hasRecurrence: true, to: undefined },
      undefined,
    ],
    ['a reason', { reason: '  ' }, 'Give a reason.'],
  ])('misses %s', (_, change, expected) => {
    expect(whatIsMissing({ ...complete, ...change })).toBe(expected);
  });
});
