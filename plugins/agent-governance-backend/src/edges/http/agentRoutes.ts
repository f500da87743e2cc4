import { stringifyEntityRef } from '@backstage/catalog-model';
import { IdentityService, ReachService } from '../../service/types';
import { EVERYBODY, PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** One agent: who it is, and what it could do. */
export function agentRoutes(services: {
  identity: IdentityService;
  reach: ReachService;
}): Route[] {
  const { identity, reach } = services;
  return [
    createRoute({
      operation: 'getAgentIdentity',
      method: 'get',
      path: '/v1/agents/{kind}/{namespace}/{name}/identity',
      admits: PEOPLE,
      audit: { eventId: 'agent-identity-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) =>
        identity.get(stringifyEntityRef(path), { caller }),
    }),
    createRoute({
      operation: 'getReach',
      method: 'get',
      path: '/v1/agents/{kind}/{namespace}/{name}/reach',
      admits: EVERYBODY,
      audit: { eventId: 'reach-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller, signal }) =>
        reach.get(
          stringifyEntityRef(path),
          {
            targets: query.target,
            actions: query.action,
            environment: query.environment,
          },
          { caller, signal },
        ),
    }),
  ];
}
