import fc from 'fast-check';
import { DelegationFactValue, knownNone } from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import {
  factsArbitrary,
  policySetArbitrary,
} from '../__testUtils__/arbitraries';
import { policySet, undoable, when } from '../__testUtils__/policySet';
import { decide } from '../decide';
import { withFact } from '../facts';
import { findUnblockSteps } from '../unblock';
import { delegationLevel } from './delegationLevel';

const LOOSENESS = { deny: 0, hold: 1, allow: 2 };
const delegation: DelegationFactValue = {
  id: 'x',
  actions: ['deployments:*'],
  targets: ['component:default/payments-api'],
  environments: ['staging'],
  until: '2026-11-20T18:00:00.000Z',
};
/** Ann is in the group that owns the target, and delegated what is asked. */
const byAnn: FactChanges = {
  'subject.ref': 'user:default/ann',
  'subject.groups': ['group:default/payments'],
  'subject.delegation': delegation,
  'environment.name': 'staging',
};
const unattended = policySet(when(undoable), when(undoable));
const decideWith = (changes: FactChanges) =>
  decide(unattended, sampleFacts({ ...byAnn, ...changes }));

describe('delegationLevel', () => {
  it('is not there where nothing is delegated, and lets through what is', () => {
    const levels = (changes: FactChanges) =>
      decideWith(changes).levels.map(({ level }) => level);
    expect(levels({})).toContain('delegation');
    expect(decideWith({}).verdict).toBe('allow');
    const none = { 'subject.delegation': knownNone<never>('delegations') };
    expect(levels(none)).not.toContain('delegation');
    expect(decideWith(none).verdict).toBe('allow');
  });

  it.each<[string, FactChanges, string]>([
    [
      'another action',
      { 'action.id': 'tickets:escalate' },
      'for something else',
    ],
    [
      'an action whose id only begins alike',
      { 'action.id': 'deployments' },
      'for something else',
    ],
    [
      'another target',
      { 'target.ref': 'component:default/other' },
      'for something else',
    ],
    [
      'another environment',
      { 'environment.name': 'production' },
      'for something else',
    ],
    ['what ended', { 'time.now': delegation.until }, 'has ended'],
    [
      'a target of somebody else',
      { 'subject.groups': ['group:default/other'] },
      "does not belong to the target's owner",
    ],
    [
      'a target that nobody owns',
      { 'target.owner': knownNone<never>('catalog') },
      'nobody owns the target',
    ],
  ])('invariant 3: denies %s', (_, changes, because) => {
    const { verdict, reason, because: told } = decideWith(changes);
    expect({ verdict, reason }).toEqual({ verdict: 'deny', reason: 'denied' });
    expect(told).toContain(because);
  });

  it.each<[keyof FactChanges]>([
    ['subject.delegation'],
    ['subject.ref'],
    ['subject.groups'],
    ['environment.name'],
    ['time.now'],
  ])('invariant 11: could not be evaluated while %s is unknown', path => {
    expect(decideWith({ [path]: unknownFact })).toMatchObject({
      verdict: 'deny',
      reason: 'could-not-evaluate',
    });
  });

  it('asks of what changes nothing only that it is delegated', () => {
    const reading = {
      'action.mutates': false,
      'action.effectClass': 'read' as const,
      'subject.groups': [],
    };
    expect(decideWith(reading).verdict).toBe('allow');
    expect(
      decideWith({ ...reading, 'environment.name': 'production' }).verdict,
    ).toBe('deny');
  });

  it('takes a person for the owner who is the owner, whatever their groups', () => {
    expect(
      decideWith({
        'target.owner': 'user:default/ann',
        'subject.groups': unknownFact,
      }).verdict,
    ).toBe('allow');
  });

  it('says what would turn it: that somebody who may delegates it', () => {
    const facts = sampleFacts({
      ...byAnn,
      'subject.groups': ['group:default/other'],
    });
    expect(findUnblockSteps(unattended, facts)).toEqual([
      expect.objectContaining({
        kind: 'owner-delegates',
        who: ['group:default/payments'],
        verdict: 'allow',
        message: expect.stringContaining('on behalf of user:default/ann'),
      }),
    ]);
  });

  it('invariant 3: a delegation nobody asks for never loosens any verdict', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        fc.pre(!JSON.stringify(set).includes('hasDelegation'));
        const without = withFact(
          facts,
          'subject.delegation',
          knownNone('delegations'),
        );
        expect(LOOSENESS[decide(set, facts).verdict]).toBeLessThanOrEqual(
          LOOSENESS[decide(set, without).verdict],
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('invariant 3: what is done under one is never looser than what the person may', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        fc.pre(facts.subject.delegation.value !== undefined);
        const { verdict } = decide(set, facts);
        const { effect, couldNotEvaluate } = delegationLevel(facts);
        const personMay = effect === 'none' && couldNotEvaluate === undefined;
        expect(verdict === 'deny' || personMay).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
