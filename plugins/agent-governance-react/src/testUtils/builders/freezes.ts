import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';

/** A release freeze in force. @public */
export function aFreeze(overrides: Partial<Freeze> = {}): Freeze {
  return {
    id: 'freeze-1',
    scope: { entityRef: 'system:default/payments', environment: 'production' },
    from: '2026-11-20T08:00:00.000Z',
    to: '2026-11-20T18:00:00.000Z',
    reason: 'Release week',
    owner: 'group:default/sre',
    createdBy: 'user:default/sam',
    state: 'in-force',
    revision: 1,
    createdAt: '2026-11-19T16:00:00.000Z',
    ...overrides,
  };
}
