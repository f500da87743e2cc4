import {
  agentActionExecutePermission,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { policyRules } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  sampleFacts,
  unknownFact,
} from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  agentActionConditions as conditions,
  createAgentActionConditionalDecision,
} from './agentActionConditions';
import { agentActionRules } from './agentActionRules';

const authorize = createConditionAuthorizer<Facts>({
  getRuleByName: name =>
    agentActionRules[name as keyof typeof agentActionRules] as never,
});

const decision = createAgentActionConditionalDecision(
  agentActionExecutePermission,
  {
    allOf: [
      conditions.targetOwnedByAgentOwner(),
      conditions.inEnvironment({ production: false }),
      { not: conditions.duringFreeze() },
    ],
  },
);

describe('agentActionConditions', () => {
  it('gives every rule of the engine a face and a condition', () => {
    const names = Object.keys(policyRules);
    expect(Object.keys(agentActionRules)).toEqual(names);
    expect(Object.keys(conditions)).toEqual(names);
  });

  it('makes conditional decisions that the stock evaluator understands', () => {
    expect(decision).toMatchObject({
      result: 'CONDITIONAL',
      pluginId: 'agent-governance',
      resourceType: 'agent-action',
    });
    expect(authorize(decision, sampleFacts())).toBe(true);
    expect(
      authorize(decision, sampleFacts({ 'environment.production': true })),
    ).toBe(false);
  });

  it('invariant 11: throws where the stock evaluator would take unknown for false, and negate it', () => {
    expect(() =>
      authorize(decision, sampleFacts({ 'conditions.freeze': unknownFact })),
    ).toThrow('duringFreeze could not be evaluated');
  });

  it('has no query face, and says so', () => {
    expect(() => agentActionRules.hasUndo.toQuery(undefined)).toThrow(
      'cannot be asked as a query',
    );
  });
});
