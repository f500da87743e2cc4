import {
  agentActionExecutePermission,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { policyRules } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  sampleFacts,
  unknownFact,
} from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import {
  AuthorizeResult,
  isPermission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createPermissionIntegrationRouter,
  PolicyQuery,
} from '@backstage/plugin-permission-node';
import express from 'express';
import request from 'supertest';
import { decideWithPolicy } from '../testUtils';
import {
  agentActionConditions as conditions,
  createAgentActionConditionalDecision,
} from './agentActionConditions';
import { agentActionResourceRef } from './agentActionResourceRef';
import { agentActionRules } from './agentActionRules';

type Criteria = PermissionCriteria<PermissionCondition<'agent-action'>>;

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

  it('describes the parameters of every rule to whoever asks what there is', async () => {
    const app = express().use(
      createPermissionIntegrationRouter({
        resources: [
          {
            resourceRef: agentActionResourceRef,
            rules: Object.values(agentActionRules),
          },
        ],
      } as never),
    );
    const { body } = await request(app).get(
      '/.well-known/backstage/permissions/metadata',
    );
    const schemas = Object.fromEntries(
      body.rules.map((rule: any) => [rule.name, rule.paramsSchema]),
    );
    expect(Object.keys(schemas)).toEqual(Object.keys(policyRules));
    expect(schemas.targetMatches.properties).toHaveProperty('filter');
    expect(schemas.runWithin.properties).toHaveProperty('mutations');
  });

  it('invariant 2: grants nothing for what the agent says about itself', async () => {
    const policy = (criteria: Criteria) => ({
      handle: async ({ permission }: PolicyQuery): Promise<PolicyDecision> =>
        isPermission(permission, agentActionExecutePermission)
          ? createAgentActionConditionalDecision(permission, criteria)
          : { result: AuthorizeResult.DENY },
    });
    const asked = sampleFacts({
      'subject.ref': 'user:default/ann',
      'subject.groups': ['group:default/payments'],
    });
    const claims: Criteria[] = [
      conditions.requestedOnBehalfOfOwner(),
      conditions.runWithin({ mutations: 5 }),
    ];
    for (const claim of claims) {
      expect(await decideWithPolicy(policy(claim), asked)).toMatchObject({
        verdict: 'deny',
        reason: 'could-not-evaluate',
        because: expect.stringContaining('grants nothing'),
      });
      expect(
        await decideWithPolicy(
          policy({ allOf: [conditions.targetOwnedByAgentOwner(), claim] }),
          asked,
        ),
      ).toMatchObject({ verdict: 'allow' });
    }
  });
});
