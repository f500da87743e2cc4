import { stringifyEntityRef } from '@backstage/catalog-model';
import { AGENT_POLICY_KIND } from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** Policies of the catalog, as people look at them. */
export function policyRoutes(services: { policies: PolicyService }): Route[] {
  const { policies } = services;
  return [
    createRoute({
      operation: 'listPolicies',
      method: 'get',
      path: '/v1/policies',
      admits: PEOPLE,
      audit: { eventId: 'policy-list', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => policies.list(query ?? {}, { caller }),
    }),
    createRoute({
      operation: 'getPolicy',
      method: 'get',
      path: '/v1/policies/{namespace}/{name}',
      admits: PEOPLE,
      audit: { eventId: 'policy-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) => policies.get(refOf(path), { caller }),
    }),
    createRoute({
      operation: 'confirmPolicy',
      method: 'post',
      path: '/v1/policies/{namespace}/{name}/confirm',
      admits: PEOPLE,
      audit: { eventId: 'policy-confirm', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        policies.confirm(refOf(path), body, { caller }),
    }),
    createRoute({
      operation: 'getPolicyText',
      method: 'get',
      path: '/v1/policies/{namespace}/{name}/texts/{digest}',
      admits: PEOPLE,
      audit: { eventId: 'policy-get-text', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) =>
        policies.text(refOf(path), path.digest, { caller }),
    }),
    createRoute({
      operation: 'approvePolicyChange',
      method: 'post',
      path: '/v1/policies/{namespace}/{name}/pending/approve',
      admits: PEOPLE,
      audit: { eventId: 'policy-approve-change', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        policies.approveChange(refOf(path), body, { caller }),
    }),
    createRoute({
      operation: 'rejectPolicyChange',
      method: 'post',
      path: '/v1/policies/{namespace}/{name}/pending/reject',
      admits: PEOPLE,
      audit: { eventId: 'policy-reject-change', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        policies.rejectChange(refOf(path), body, { caller }),
    }),
  ];
}

function refOf(path: { namespace: string; name: string }): string {
  return stringifyEntityRef({ kind: AGENT_POLICY_KIND, ...path });
}
