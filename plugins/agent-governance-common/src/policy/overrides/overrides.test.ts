import { sampleFacts } from '../../testUtils';
import { readFact } from '../facts';
import { FACT_SCHEMA } from '../expressions';
import { overrideFacts, problemWithFactValue, problemWithOverride } from '.';

const paths = Object.keys(FACT_SCHEMA) as Array<keyof typeof FACT_SCHEMA>;

describe('problemWithFactValue', () => {
  it.each(paths)(
    'takes the example of %s, and no value of another kind',
    path => {
      expect(
        problemWithFactValue(path, FACT_SCHEMA[path].example),
      ).toBeUndefined();
      for (const other of [null, undefined]) {
        expect(problemWithFactValue(path, other)).toBeDefined();
      }
    },
  );
});

describe('problemWithOverride', () => {
  it.each([
    [
      { path: 'topology.distance', state: 'known', value: '2' },
      `'topology.distance': expected a whole number, 0 or more, got the text “2”`,
    ],
    [
      { path: 'topology.distance', state: 'known', value: 1.5 },
      `'topology.distance': expected a whole number, 0 or more, got 1.5`,
    ],
    [
      { path: 'agent.tags', state: 'known', value: ['a', 1] },
      `'agent.tags[1]': expected text, got 1`,
    ],
    [
      {
        path: 'conditions.health',
        state: 'known',
        value: {
          status: 'fine',
          source: 'me',
          reportedAt: '2026-11-20T10:00:00Z',
        },
      },
      `'conditions.health.status': expected one of`,
    ],
    [
      { path: 'conditions.freeze', state: 'stale', value: { open: true } },
      'allowed: active, freezes, excepted',
    ],
    [
      {
        path: 'conditions.freeze',
        state: 'known',
        value: { active: true, freezes: [], excepted: [] },
      },
      'its parts do not fit each other',
    ],
    [
      { path: 'input', state: 'known', value: [1] },
      `'input': expected an object`,
    ],
    [
      { path: 'conditions.frozen', state: 'unknown' },
      `'conditions.frozen' is no fact; did you mean 'conditions.freeze'?`,
    ],
    [{ path: '__proto__', state: 'unknown' }, `'__proto__' is no fact`],
    [
      { path: 'target.owner', state: 'unknown', value: 'group:default/a' },
      'leave it out',
    ],
  ] as const)('refuses %j', (override, says) => {
    expect(problemWithOverride(override as never)).toContain(says);
  });

  it('lets a fact be known to be none, stale or unknown', () => {
    for (const state of ['known', 'stale', 'unknown'] as const) {
      expect(
        problemWithOverride({ path: 'target.system', state }),
      ).toBeUndefined();
    }
  });
});

describe('overrideFacts', () => {
  it('marks what was overridden, and leaves the rest and the original alone', () => {
    const before = sampleFacts();
    const after = overrideFacts(before, [
      { path: 'topology.dependents', state: 'known', value: 40 },
      { path: 'conditions.health', state: 'unknown' },
      { path: 'target.system', state: 'known' },
    ]);
    expect(before).toEqual(sampleFacts());
    expect(readFact(after, 'topology.dependents').read).toEqual({
      path: 'topology.dependents',
      value: 40,
      state: 'known',
      source: 'override',
    });
    expect(after.conditions.health).toEqual({
      state: 'unknown',
      source: 'override',
      note: 'Taken to be unknown',
    });
    expect(readFact(after, 'target.system').isNone).toBe(true);
    expect(after.agent).toEqual(before.agent);
  });
});
