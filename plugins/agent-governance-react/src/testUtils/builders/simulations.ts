import {
  Simulation,
  SimulationInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { overrideFacts } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { aDecision } from './decisions';

/** What would be decided, with the facts that were overridden as they were given; for tests and stories. @public */
export function aSimulation(
  input: SimulationInput = {},
  overrides: Partial<Simulation> = {},
): Simulation {
  const { id, requestId, purpose, requestDigest, factsDigest, ...decided } =
    aDecision();
  const { facts, ...decision } = decided;
  const overridden = input.facts ?? [];
  return {
    facts: overrideFacts(facts, overridden),
    overridden: overridden.map(({ path }) => path),
    moments: {
      gatheredAt: decision.effectiveAt,
      decidedFor: input.at ?? decision.effectiveAt,
      factsOfThen: input.at
        ? ['time.now', 'time.weekday', 'time.hour', 'conditions.freeze']
        : [],
    },
    requiredLevels: [],
    result: {
      decision,
      unblock: [
        {
          kind: 'review',
          message: 'One review by group:default/payments.',
          who: ['group:default/payments'],
          verdict: 'allow',
        },
      ],
    },
    ...overrides,
  };
}
