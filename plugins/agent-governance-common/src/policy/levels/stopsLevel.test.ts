import fc from 'fast-check';
import { Fact, known, StopFactValue, StopScope } from '../../model';
import { sampleFacts, unknownFact } from '../../testUtils';
import {
  factsArbitrary,
  policySetArbitrary,
} from '../__testUtils__/arbitraries';
import { policySet, undoable, when } from '../__testUtils__/policySet';
import { decide } from '../decide';
import { withFact } from '../facts';
import { findUnblockSteps } from '../unblock';

const stop = (scope: StopScope): StopFactValue => ({
  id: 's',
  scope,
  reason: 'odd deployments',
  pulledBy: 'user:default/ann',
  pulledAt: '2026-11-20T09:59:00.000Z',
});
const unattended = policySet(when(undoable), when(undoable));
const decideWith = (fact: StopFactValue[] | Fact<never>) =>
  decide(unattended, sampleFacts({ 'conditions.stops': fact }));

describe('stopsLevel', () => {
  it.each<[StopScope, string]>([
    [{ kind: 'everything' }, 'everything agents do'],
    [{ kind: 'action', ref: 'a:b' }, 'the action a:b'],
    [{ kind: 'agent', ref: 'agent:default/bot' }, 'agent:default/bot'],
    [
      { kind: 'agent', ref: 'agent:default/bot', on: 'component:default/c' },
      'agent:default/bot on component:default/c',
    ],
    [
      { kind: 'target', ref: 'system:default/payments' },
      'everything agents do to system:default/payments',
    ],
  ])(
    'invariant 3: a stop %j denies what everybody else allows',
    (scope, what) => {
      const { verdict, reason, because, levels } = decideWith([stop(scope)]);
      expect({ verdict, reason }).toEqual({
        verdict: 'deny',
        reason: 'denied',
      });
      expect(because).toBe(
        `Denied: ${what} is stopped: “odd deployments” (pulled by user:default/ann).`,
      );
      expect(levels.map(({ level, effect }) => [level, effect])).toEqual([
        ['stops', 'deny'],
        ['portal', 'allow'],
        ['agent', 'none'],
      ]);
    },
  );

  it('leaves the verdict alone, and says so, when no stop is in force', () => {
    const { verdict, because, levels } = decideWith([]);
    expect(verdict).toBe('allow');
    expect(because).toBe('Allowed: the action can be undone.');
    expect(levels[0]).toMatchObject({
      level: 'stops',
      granted: false,
      effect: 'none',
      because: 'no stop is in force',
    });
  });

  it.each<[string, Fact<never>]>([
    ['unknown', unknownFact],
    ['stale', { value: [] as never, state: 'stale', source: 'stops' }],
    [
      'malformed',
      { value: [{ id: 's' }] as never, state: 'known', source: 'stops' },
    ],
    [
      'about nothing',
      {
        value: [stop({ kind: 'agent' })] as never,
        state: 'known',
        source: 'stops',
      },
    ],
  ])(
    'invariant 2: could not evaluate when stops are %s, which is no denial',
    (_, fact) => {
      const { verdict, reason, because } = decideWith(fact);
      expect({ verdict, reason }).toEqual({
        verdict: 'deny',
        reason: 'could-not-evaluate',
      });
      expect(because).toMatch(
        /^Could not evaluate: it is not known whether a stop is in force: /,
      );
    },
  );

  it('invariant 3: a stop denies under any policy set and whatever else is so', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        const stopped = withFact(
          facts,
          'conditions.stops',
          known([stop({ kind: 'everything' })], 'stops'),
        );
        expect(decide(set, stopped)).toMatchObject({
          verdict: 'deny',
          reason: 'denied',
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('names who can release it, among what would turn the verdict', () => {
    const stepsFor = (...scopes: StopScope[]) =>
      findUnblockSteps(
        unattended,
        sampleFacts({
          'conditions.stops': scopes.map(stop),
          'agent.owner': 'group:default/platform',
        }),
      );
    expect(stepsFor({ kind: 'agent', ref: 'agent:default/bot' })).toEqual([
      {
        kind: 'stop-released',
        message:
          'The stop “odd deployments”, which user:default/ann pulled, must be released: agent:default/bot is stopped.',
        who: ['group:default/platform'],
        about: { kind: 'stop', ref: 's' },
        verdict: 'allow',
      },
    ]);
    expect(
      stepsFor(
        { kind: 'everything' },
        { kind: 'target', ref: 'component:default/c' },
        { kind: 'agent', ref: 'agent:default/a', on: 'component:default/c' },
      ).map(({ who }) => who),
    ).toEqual([[], ['group:default/payments'], ['group:default/payments']]);
  });
});
