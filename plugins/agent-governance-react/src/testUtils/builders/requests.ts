import {
  ActionRequest,
  OutcomeReport,
  Reconciliation,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AGENT, ASKED_AT, TARGET, digest } from './world';

/** A deployment to production, held for the owner. @public */
export function aRequest(
  overrides: Partial<ActionRequest> = {},
): ActionRequest {
  const id = overrides.id ?? 'req-1';
  return {
    id,
    agentRef: AGENT,
    actionId: 'deployments:deploy',
    actionTitle: 'Deploy a version',
    effectClass: 'keyed',
    undo: 'deployments:rollback',
    targetRef: TARGET,
    environment: 'production',
    purpose: 'Release 2.4.1 with the fix for late settlements.',
    runId: 'run-7',
    input: { version: '2.4.1', strategy: 'rolling' },
    actionDigest: digest(`action-${id}`),
    state: 'held',
    verdict: 'hold',
    reason: 'granted',
    because: 'The runbook was last verified 95 days ago; the standard says 30.',
    retryable: false,
    decisionId: `${id}-d1`,
    holdDecisionId: `${id}-d1`,
    decideBy: '2026-11-20T13:00:00.000Z',
    unblock: [
      {
        kind: 'review',
        message: 'One approval by the owner of payments-api.',
        who: ['group:default/payments'],
        verdict: 'allow',
      },
    ],
    revision: 1,
    createdAt: ASKED_AT,
    updatedAt: ASKED_AT,
    ...overrides,
  };
}

/** A request a rule said no to, because of a freeze. @public */
export function aDeniedRequest(
  overrides: Partial<ActionRequest> = {},
): ActionRequest {
  return aRequest({
    state: 'denied',
    verdict: 'deny',
    reason: 'denied',
    because:
      'Freeze "Release week" of the payments system is in force until 18:00 UTC (owner: group:default/sre).',
    holdDecisionId: undefined,
    decideBy: undefined,
    unblock: [
      {
        kind: 'freeze-ends',
        message: 'The freeze "Release week" ends.',
        about: { kind: 'freeze', ref: 'freeze-1' },
        who: ['group:default/sre'],
        at: '2026-11-20T18:00:00.000Z',
        verdict: 'allow',
      },
    ],
    ...overrides,
  });
}

/** A request that ran. @public */
export function aSucceededRequest(
  overrides: Partial<ActionRequest> = {},
): ActionRequest {
  const id = overrides.id ?? 'req-1';
  return aRequest({
    state: 'succeeded',
    verdict: 'allow',
    reason: 'granted',
    because: 'The agent owns the target and its context is fresh.',
    holdDecisionId: undefined,
    decideBy: undefined,
    unblock: [],
    execution: {
      state: 'succeeded',
      attempt: 1,
      idempotencyKey: `agov-${id}`,
      startedAt: '2026-11-20T09:00:01.000Z',
      endedAt: '2026-11-20T09:00:03.000Z',
      output: { deployment: 'dep-4711', version: '2.4.1' },
    },
    ...overrides,
  });
}

/** A request of which nobody can tell whether it happened. @public */
export function anUnknownRequest(
  overrides: Partial<ActionRequest> = {},
): ActionRequest {
  const { id = 'req-1' } = overrides;
  const { execution, ...request } = aSucceededRequest({ id });
  return {
    ...request,
    state: 'unknown',
    effectClass: 'once',
    because:
      'It was started, and nobody knows whether it happened: the connection was cut off',
    execution: {
      ...execution!,
      state: 'unknown',
      output: undefined,
      error: 'the connection was cut off',
    },
    revision: 3,
    ...overrides,
  };
}

/** What an agent says it saw. @public */
export function anOutcomeReport(
  overrides: Partial<OutcomeReport> = {},
): OutcomeReport {
  return {
    outcome: 'succeeded',
    note: 'The new version answers.',
    evidence: { version: '2.4.1' },
    number: 1,
    reportedAt: '2026-11-20T09:05:00.000Z',
    ...overrides,
  };
}

/** What a person found out. @public */
export function aReconciliation(
  overrides: Partial<Reconciliation> = {},
): Reconciliation {
  return {
    outcome: 'succeeded',
    comment: 'Looked at the cluster: it is there.',
    reconciledBy: 'user:default/priya',
    standing: 'target-owner',
    via: 'group:default/payments',
    reconciledAt: '2026-11-20T09:30:00.000Z',
    ...overrides,
  };
}
