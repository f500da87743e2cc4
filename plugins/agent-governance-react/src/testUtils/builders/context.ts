import {
  ContextFact,
  ContextSnapshot,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ASKED_AT, TARGET, digest } from './world';

/** A runbook nobody looked at for too long. @public */
export function aContextFact(
  overrides: Partial<ContextFact> = {},
): ContextFact {
  return {
    entityRef: TARGET,
    factType: 'runbook',
    title: 'Runbook',
    value: 'docs/runbook.md@3f2a',
    digest: digest('runbook'),
    source: 'docs',
    sourceRevision: '3f2a',
    observedAt: '2026-08-17T09:00:00.000Z',
    acquiredAt: '2026-11-20T08:59:00.000Z',
    freshness: 'stale',
    verifiedAt: '2026-08-17T09:00:00.000Z',
    ageSeconds: 95 * 86_400,
    standard: {
      factType: 'runbook',
      title: 'Runbook',
      warnAfterSeconds: 20 * 86_400,
      errorAfterSeconds: 30 * 86_400,
      signOffBy: 'target-owner',
    },
    maySignOff: true,
    ...overrides,
  };
}

/** What is known about an entity. @public */
export function aSnapshot(
  overrides: Partial<ContextSnapshot> = {},
): ContextSnapshot {
  return {
    entityRef: TARGET,
    digest: digest('snapshot'),
    takenAt: ASKED_AT,
    facts: [
      aContextFact(),
      aContextFact({
        factType: 'owner',
        title: 'Owner',
        value: 'group:default/payments',
        source: 'catalog',
        sourceRevision: undefined,
        freshness: 'fresh',
        ageSeconds: 30,
        maySignOff: false,
        standard: undefined,
      }),
      aContextFact({
        factType: 'health',
        title: 'Health',
        value: undefined,
        digest: undefined,
        source: 'monitoring',
        sourceRevision: undefined,
        freshness: 'unknown',
        ageSeconds: undefined,
        verifiedAt: undefined,
        observedAt: undefined,
        maySignOff: false,
        note: 'The source has gone silent.',
      }),
    ],
    freezes: [],
    ...overrides,
  };
}
