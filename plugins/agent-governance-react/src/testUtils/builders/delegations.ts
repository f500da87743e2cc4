import {
  Delegation,
  DelegationDetails,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A delegation in force, of somebody to an agent. @public */
export function aDelegation(overrides: Partial<Delegation> = {}): Delegation {
  return {
    id: 'delegation-1',
    agentRef: 'agent:default/deploy-bot',
    grantedBy: 'user:default/sam',
    actions: ['deployments:*'],
    environments: ['staging'],
    reason: 'Rolls out what I merge this week',
    until: '2026-11-27T09:30:00.000Z',
    state: 'active',
    createdAt: '2026-11-20T09:30:00.000Z',
    ...overrides,
  };
}

/** The same as somebody sees it who may revoke it. @public */
export function aDelegationInDetail(
  overrides: Partial<DelegationDetails> = {},
): DelegationDetails {
  return {
    ...aDelegation(),
    mayRevoke: { allowed: true, because: 'It is in force' },
    ...overrides,
  };
}
