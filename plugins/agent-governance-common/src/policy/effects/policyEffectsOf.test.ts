import fc from 'fast-check';
import { LevelResult, PolicyEffect } from '../../model';
import { sampleFacts } from '../../testUtils';
import { documentFacts } from '../__testUtils__/documentFacts';
import { loadAll, withPolicies } from '../__testUtils__/documents';
import { forAll } from '../__testUtils__/forAll';
import { makePool } from '../__testUtils__/policyPool';
import { decide } from '../decide';
import { isDocumentLevel, LoadedPolicy } from '../documents';
import { policyEffectsOf } from './policyEffectsOf';

const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const POOL = makePool(300, SEED);
const drawn = fc.uniqueArray(fc.nat(POOL.length - 1), { maxLength: 5 });

function effectsOf(policies: LoadedPolicy[], facts = sampleFacts()) {
  const { set, index } = withPolicies(policies);
  return policyEffectsOf(decide(set, facts, index));
}

describe('policyEffectsOf', () => {
  it('says of each document what it came to, and which rules said something', () => {
    const [routine, freeze] = loadAll(
      {
        rules: [
          { name: 'routine', effect: 'allow' },
          {
            name: 'wide',
            effect: 'require-approval',
            when: 'topology.dependents > 20',
          },
        ],
      },
      {
        rules: [
          { name: 'freeze', effect: 'deny', when: 'conditions.freeze.active' },
        ],
      },
    );
    expect(effectsOf([routine, freeze])).toEqual([
      {
        policyRef: 'agentpolicy:default/policy-0',
        digest: routine.digest,
        mode: 'enforce',
        effect: 'allow',
        rules: ['routine'],
      },
      {
        policyRef: 'agentpolicy:default/policy-1',
        digest: freeze.digest,
        mode: 'enforce',
        effect: 'none',
        rules: [],
      },
    ]);
  });

  it('says what a policy in shadow would have made of the whole verdict, where that is another', () => {
    const policies = loadAll(
      { rules: [{ name: 'routine', effect: 'allow' }] },
      { mode: 'shadow', rules: [{ name: 'no', effect: 'deny' }] },
      { mode: 'shadow', rules: [{ name: 'yes', effect: 'allow' }] },
    );
    expect(effectsOf(policies).slice(1)).toMatchObject([
      { mode: 'shadow', effect: 'deny', rules: ['no'], wouldBe: 'deny' },
      { mode: 'shadow', effect: 'allow', rules: ['yes'] },
    ]);
    expect(effectsOf(policies)[2]).not.toHaveProperty('wouldBe');
  });

  it('takes no effect from what a policy allows that is gone', () => {
    const [gone] = loadAll({ rules: [{ name: 'yes', effect: 'allow' }] });
    expect(effectsOf([{ ...gone, standing: 'vanished' }])).toMatchObject([
      { effect: 'none', rules: [] },
    ]);
  });

  it('leaves out what a target says about itself: that is no document', () => {
    const facts = sampleFacts({
      'target.agents': { rule: 'forbidden', trusted: false },
    });
    expect(effectsOf([], facts)).toEqual([]);
  });

  it('comes, over the policies of each level, to what the engine made of that level', () => {
    const order: PolicyEffect[] = [
      'none',
      'allow',
      'require-approval',
      'could-not-evaluate',
      'deny',
    ];
    forAll([documentFacts, drawn], (facts, picks) => {
      const policies = picks.map(pick => POOL[pick].base);
      const { set, index } = withPolicies(policies);
      const decision = decide(set, facts, index);
      const found = policyEffectsOf(decision);
      const levels = decision.levels.filter(
        ({ level, policies: results }) =>
          isDocumentLevel(level) &&
          results.every(({ id }) => id.startsWith('agentpolicy:')),
      );
      for (const level of levels) {
        const own = found.filter(
          ({ mode, policyRef }) =>
            mode === 'enforce' &&
            level.policies.some(({ id }) => id === policyRef),
        );
        const strictest = own.reduce(
          (most, { effect }) =>
            order.indexOf(effect) > order.indexOf(most) ? effect : most,
          'none' as PolicyEffect,
        );
        expect(strictest).toBe(effectOfLevel(level));
      }
    });
  });
});

function effectOfLevel({
  effect,
  couldNotEvaluate,
}: LevelResult): PolicyEffect {
  return couldNotEvaluate === undefined ? effect : 'could-not-evaluate';
}
