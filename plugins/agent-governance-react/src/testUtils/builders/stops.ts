import {
  Stop,
  StopDetails,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A stop of an agent, in force, that nobody began to release. @public */
export function aStop(overrides: Partial<Stop> = {}): Stop {
  return {
    id: 'stop-1',
    scope: { kind: 'agent', ref: 'agent:default/deploy-bot' },
    reason: 'It deploys the same version again and again',
    pulledBy: 'user:default/sam',
    pulledAt: '2026-11-20T09:30:00.000Z',
    state: 'in-force',
    revision: 1,
    release: { quorum: 2, approvals: [] },
    ...overrides,
  };
}

/** The same as somebody sees it who may release it. @public */
export function aStopInDetail(
  overrides: Partial<StopDetails> = {},
): StopDetails {
  return {
    ...aStop(),
    mayRelease: { allowed: true, because: 'You own the agent.' },
    eligible: 4,
    ...overrides,
  };
}
