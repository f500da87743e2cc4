import {
  Freeze,
  FreezeCalendar,
  FreezeCoverage,
  FreezeException,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A release freeze in force. @public */
export function aFreeze(overrides: Partial<Freeze> = {}): Freeze {
  return {
    id: 'freeze-1',
    scope: {
      entityRef: 'system:default/payments',
      environments: ['production'],
    },
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

/** An exception that was asked for and nobody approved yet. @public */
export function aFreezeException(
  overrides: Partial<FreezeException> = {},
): FreezeException {
  return {
    id: 'exception-1',
    freezeId: 'freeze-1',
    scope: { entityRef: 'component:default/payments-api' },
    from: '2026-11-20T09:00:00.000Z',
    to: '2026-11-20T12:00:00.000Z',
    reason: 'Hotfix for refunds',
    requestedBy: 'user:default/dana',
    state: 'requested',
    approvals: { agreedBy: [], required: 1 },
    revision: 1,
    createdAt: '2026-11-20T08:30:00.000Z',
    ...overrides,
  };
}

/** A system with two components of two owners. @public */
export function someCoverage(
  overrides: Partial<FreezeCoverage> = {},
): FreezeCoverage {
  return {
    everything: false,
    entities: [
      {
        entityRef: 'component:default/payments-api',
        owner: 'group:default/payments',
      },
      {
        entityRef: 'component:default/payments-web',
        owner: 'group:default/checkout',
      },
    ],
    owners: ['group:default/checkout', 'group:default/payments'],
    complete: true,
    ...overrides,
  };
}

/** A calendar that was read a moment ago. @public */
export function aFreezeCalendar(
  overrides: Partial<FreezeCalendar> = {},
): FreezeCalendar {
  return {
    id: 'releases',
    scope: { environments: ['production'] },
    owner: 'group:default/sre',
    zone: 'Europe/Berlin',
    refreshSeconds: 900,
    state: 'fresh',
    events: 3,
    problems: [],
    readAt: '2026-11-20T09:30:00.000Z',
    triedAt: '2026-11-20T09:30:00.000Z',
    ...overrides,
  };
}
