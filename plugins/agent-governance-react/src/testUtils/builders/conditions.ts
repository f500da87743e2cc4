import {
  ConditionSourceSummary,
  EntityConditions,
  EnvironmentConditions,
  IncidentFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ASKED_AT, TARGET } from './world';
import { someFacts } from './facts';

/** An open incident of what the target is part of. @public */
export function anIncident(
  overrides: Partial<IncidentFactValue> = {},
): IncidentFactValue {
  return {
    id: 'PGR0VU2',
    title: 'Payments time out',
    severity: 'P1',
    entityRef: 'system:default/payments',
    source: 'pagerduty',
    openedAt: '2026-11-20T09:10:00.000Z',
    ...overrides,
  };
}

/** What holds in production: all is well. @public */
export function someEnvironmentConditions(
  overrides: Partial<EnvironmentConditions> = {},
): EnvironmentConditions {
  const { incident, health, deployInProgress } = someFacts().conditions;
  return {
    environment: 'production',
    incident,
    health,
    deployInProgress,
    ...overrides,
  };
}

/** What holds over the target. @public */
export function someConditions(
  overrides: Partial<EntityConditions> = {},
): EntityConditions {
  return {
    entityRef: TARGET,
    asOf: ASKED_AT,
    environments: [someEnvironmentConditions()],
    ...overrides,
  };
}

/** A source of incidents that is heard. @public */
export function aConditionSource(
  overrides: Partial<ConditionSourceSummary> = {},
): ConditionSourceSummary {
  return {
    id: 'pagerduty',
    title: 'PagerDuty',
    type: 'pagerduty',
    kind: 'incident',
    state: 'reporting',
    heardAt: '2026-11-20T09:39:00.000Z',
    deliveredAt: '2026-11-20T09:39:01.000Z',
    ttlSeconds: 86_400,
    quietAfterSeconds: 3_600,
    current: 0,
    unmatched: [],
    ...overrides,
  };
}
