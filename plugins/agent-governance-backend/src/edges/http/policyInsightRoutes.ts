import { stringifyEntityRef } from '@backstage/catalog-model';
import { AGENT_POLICY_KIND } from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyInsightService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** What policies say together, and what each did. */
export function policyInsightRoutes(services: {
  policyInsights: PolicyInsightService;
}): Route[] {
  const { policyInsights } = services;
  return [
    createRoute({
      operation: 'getCheckpointCoverage',
      method: 'get',
      path: '/v1/checkpoint-coverage',
      admits: PEOPLE,
      audit: { eventId: 'checkpoint-coverage-get', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) =>
        policyInsights.coverage(query ?? {}, { caller }),
    }),
    createRoute({
      operation: 'getPolicyEffects',
      method: 'get',
      path: '/v1/policies/{namespace}/{name}/effects',
      admits: PEOPLE,
      audit: { eventId: 'policy-effects-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller }) =>
        policyInsights.effects(
          stringifyEntityRef({ kind: AGENT_POLICY_KIND, ...path }),
          query ?? {},
          { caller },
        ),
    }),
  ];
}
