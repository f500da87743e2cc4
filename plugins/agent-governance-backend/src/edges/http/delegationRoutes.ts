import { DelegationService } from '../../service/types';
import { AGENTS_AND_PEOPLE, PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** What people let agents do on their behalf. */
export function delegationRoutes(services: {
  delegations: DelegationService;
}): Route[] {
  const { delegations } = services;
  return [
    createRoute({
      operation: 'listDelegations',
      method: 'get',
      path: '/v1/delegations',
      admits: AGENTS_AND_PEOPLE,
      audit: { eventId: 'delegation-list', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => delegations.list(query, { caller }),
    }),
    createRoute({
      operation: 'grantDelegation',
      method: 'post',
      path: '/v1/delegations',
      admits: PEOPLE,
      audit: { eventId: 'delegation-grant', severityLevel: 'high' },
      status: 201,
      handle: ({ body, caller }) => delegations.grant(body, { caller }),
    }),
    createRoute({
      operation: 'getDelegation',
      method: 'get',
      path: '/v1/delegations/{id}',
      admits: AGENTS_AND_PEOPLE,
      audit: { eventId: 'delegation-read', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) => delegations.get(path.id, { caller }),
    }),
    createRoute({
      operation: 'revokeDelegation',
      method: 'post',
      path: '/v1/delegations/{id}/revoke',
      admits: PEOPLE,
      audit: { eventId: 'delegation-revoke', severityLevel: 'high' },
      status: 200,
      handle: ({ path, caller }) => delegations.revoke(path.id, { caller }),
    }),
  ];
}
