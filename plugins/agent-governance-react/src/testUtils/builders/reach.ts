import {
  Reach,
  ReachQuery,
  ReachVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** One verdict of an agent's reach, for tests and stories. @public */
export function aReachVerdict(
  overrides: Partial<ReachVerdict> = {},
): ReachVerdict {
  return {
    actionId: 'deployments:deploy',
    verdict: 'allow',
    reason: 'granted',
    because: 'Allowed: the target belongs to the agent’s owner.',
    ...overrides,
  };
}

/** An agent that may do whatever it is asked about. @public */
export function aReach(agentRef: string, query: ReachQuery): Reach {
  return {
    agentRef,
    decidedAt: '2026-11-22T10:00:00.000Z',
    environment: query.environment,
    actions: query.actions.map(actionId => ({
      actionId,
      actionTitle: actionId,
      effectClass: 'keyed',
    })),
    targets: query.targets.map(targetRef => ({
      targetRef,
      verdicts: query.actions.map(actionId => aReachVerdict({ actionId })),
    })),
  };
}
