import {
  Outlook,
  OutlookVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** One verdict of an outlook, for tests and stories. @public */
export function anOutlookVerdict(
  overrides: Partial<OutlookVerdict> = {},
): OutlookVerdict {
  return {
    environment: 'staging',
    verdict: 'allow',
    reason: 'granted',
    because: 'Allowed: the target belongs to the agent’s owner.',
    unblock: [],
    ...overrides,
  };
}

/** An outlook, for tests and stories. @public */
export function anOutlook(overrides: Partial<Outlook> = {}): Outlook {
  return {
    agentRef: 'agent:default/deploy-bot',
    targetRef: 'component:default/payments-api',
    decidedAt: '2026-11-22T10:00:00.000Z',
    environments: ['staging', 'production'],
    actions: [
      {
        actionId: 'deployments:deploy',
        actionTitle: 'Deploy',
        effectClass: 'keyed',
        verdicts: [
          anOutlookVerdict(),
          anOutlookVerdict({
            environment: 'production',
            verdict: 'deny',
            reason: 'denied',
            because: 'Denied: production is frozen.',
          }),
        ],
      },
    ],
    ...overrides,
  };
}
