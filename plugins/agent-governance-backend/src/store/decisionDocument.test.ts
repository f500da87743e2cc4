import {
  Decision,
  Facts,
  known,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ENGINE_VERSION,
  PolicySet,
  RULES_VERSION,
  decide,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { readDecision, writeDecision } from './decisionDocument';

const rule = (name: string, params?: object) => ({
  rule: name,
  resourceType: 'agent-action',
  ...(params && { params }),
});

const policySet = {
  engineVersion: ENGINE_VERSION,
  rulesVersion: RULES_VERSION,
  portal: {
    execute: {
      result: 'CONDITIONAL',
      conditions: {
        allOf: [
          rule('targetOwnedByAgentOwner'),
          { not: rule('duringFreeze') },
          { anyOf: [rule('hasUndo'), rule('contextMeets')] },
        ],
      },
    },
    executeApproved: { result: 'DENY' },
  },
  requiredLevels: [],
  defaultCheckpoint: {
    from: 'target-owner',
    count: 1,
    decideWithin: 'PT4H',
    executeWithin: 'PT30M',
  },
} as unknown as PolicySet;

function decided(facts: Facts): Decision {
  return {
    ...decide(policySet, facts),
    id: 'd',
    requestId: 'r',
    purpose: 'proposal',
    requestDigest: 'a',
    factsDigest: 'b',
  };
}

const stored = (facts: Facts): Facts => JSON.parse(JSON.stringify(facts));

describe('decisionDocument', () => {
  it.each<[string, Facts]>([
    ['facts that are all known', sampleFacts()],
    [
      'an unknown fact',
      sampleFacts({
        'topology.ownedByAgentOwner': unknown('catalog', 'did not answer'),
      }),
    ],
    [
      'a value of another shape',
      sampleFacts({ 'action.reversible': known('yes', 'config') as never }),
    ],
  ])('gives back what was decided over %s', (_, facts) => {
    const decision = decided(facts);
    const text = writeDecision(decision, facts);
    expect(readDecision(text, stored(facts))).toEqual(decision);
  });

  it('says nothing twice that the sealed facts say', () => {
    const facts = sampleFacts();
    const text = writeDecision(decided(facts), facts);
    expect(text).toContain('"reads":["topology.ownedByAgentOwner"');
    expect(text).not.toContain('"source"');
  });

  it('keeps a reading whole that says something else than the sealed facts', () => {
    const facts = sampleFacts();
    const decision = decided(facts);
    const read = {
      path: 'target.owner',
      state: 'known' as const,
      value: 'group:default/somebody-else',
      source: 'a rule of its own',
    };
    decision.levels[0].policies[0].rules[0].reads = [read];
    const again = readDecision(writeDecision(decision, facts), stored(facts));
    expect(again.levels[0].policies[0].rules[0].reads).toEqual([read]);
  });
});
