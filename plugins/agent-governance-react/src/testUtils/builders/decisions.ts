import {
  Decision,
  DecisionWithFacts,
  RuleResult,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ASKED_AT, digest } from './world';
import { someFacts } from './facts';

/** The rule that asks for a person. @public */
export function anApprovalRule(
  overrides: Partial<RuleResult> = {},
): RuleResult {
  return {
    name: 'execute-approved',
    effect: 'require-approval',
    matched: true,
    because: 'The runbook is staler than its standard allows.',
    reads: [],
    criteria: {
      kind: 'allOf',
      result: true,
      children: [
        {
          kind: 'rule',
          rule: 'inEnvironment',
          params: { environments: ['production'] },
          result: true,
          because: 'the environment is production',
          reads: [
            {
              path: 'environment.name',
              value: 'production',
              state: 'known',
              source: 'config',
              observedAt: ASKED_AT,
            },
          ],
        },
        {
          kind: 'anyOf',
          result: true,
          children: [
            {
              kind: 'not',
              result: true,
              children: [
                {
                  kind: 'rule',
                  rule: 'contextMeets',
                  params: { factTypes: ['runbook'] },
                  result: false,
                  because: 'the runbook is 95 days old',
                  reads: [
                    {
                      path: 'context.floorMet',
                      value: false,
                      state: 'known',
                      source: 'context',
                      observedAt: ASKED_AT,
                    },
                  ],
                },
              ],
            },
            {
              kind: 'rule',
              rule: 'targetHealthIs',
              params: { health: 'red' },
              result: 'unknown',
              because: 'the health of the target is not known',
              reads: [
                {
                  path: 'conditions.health',
                  state: 'unknown',
                  source: 'monitoring',
                  note: 'the health source has gone silent',
                },
              ],
            },
            {
              kind: 'rule',
              rule: 'effectClassIsOneOf',
              params: { effectClasses: ['once'] },
              result: false,
              because: 'the effect class is keyed',
              reads: [],
            },
          ],
        },
      ],
    },
    ...overrides,
  };
}

/** A decision with its way there. @public */
export function aDecision(
  overrides: Partial<DecisionWithFacts> = {},
): DecisionWithFacts {
  const decision: Decision = {
    id: 'req-1-d1',
    requestId: 'req-1',
    purpose: 'proposal',
    verdict: 'hold',
    reason: 'granted',
    because: 'The runbook was last verified 95 days ago; the standard says 30.',
    effectiveAt: ASKED_AT,
    factsDigest: digest('facts'),
    policySetDigest: digest('policies'),
    requestDigest: digest('action-req-1'),
    engineVersion: '1.0.0',
    levels: [
      {
        level: 'portal',
        granted: true,
        effect: 'require-approval',
        because: 'The portal lets it run once people have approved it.',
        policies: [
          {
            id: 'portal',
            title: 'The portal’s permission policy',
            rules: [
              {
                name: 'execute',
                effect: 'allow',
                matched: false,
                because: 'the required context is not fresh',
                reads: [
                  {
                    path: 'context.floorMet',
                    value: false,
                    state: 'known',
                    source: 'context',
                    observedAt: ASKED_AT,
                  },
                ],
              },
              anApprovalRule(),
            ],
          },
        ],
      },
      {
        level: 'agent',
        granted: false,
        effect: 'none',
        because: 'The agent is autonomous; nothing is tightened.',
        policies: [],
      },
    ],
    shadow: [],
    checkpoints: [
      {
        id: 'owner',
        anyOf: [
          {
            allOf: [
              {
                from: 'target-owner',
                resolved: ['group:default/payments'],
                count: 1,
              },
            ],
          },
        ],
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
    ],
  };
  return { ...decision, facts: someFacts(), ...overrides };
}
