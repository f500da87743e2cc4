import {
  Replay,
  ReplayCounts,
  ReplayFlip,
  ReplayReport,
} from '@agentgov/backstage-plugin-agent-governance-common';

const SCOPE = {
  from: '2026-11-13T00:00:00.000Z',
  to: '2026-11-20T00:00:00.000Z',
};

function counts(key: string): ReplayCounts {
  return {
    items: [{ key, replayed: 40, loosened: 1, tightened: 3, checkpoint: 1 }],
  };
}

/** What a draft would change; for tests and stories. @public */
export function aReplayReport(
  overrides: Partial<ReplayReport> = {},
): ReplayReport {
  return {
    schemaVersion: 1,
    scope: SCOPE,
    base: 'ab'.repeat(32),
    drafted: 'cd'.repeat(32),
    engineVersion: '3',
    rulesVersion: 'ef'.repeat(32),
    decisions: 42,
    replayed: 40,
    notReplayable: [{ because: 'facts-gone', count: 2 }],
    flips: [
      { from: 'allow', to: 'hold', count: 3 },
      { from: 'hold', to: 'allow', count: 1 },
      { from: 'hold', to: 'hold', count: 1 },
    ],
    loosened: 1,
    tightened: 3,
    checkpoint: 1,
    drift: [{ from: 'deny', to: 'allow', count: 4 }],
    otherRules: 0,
    byAgent: counts('agent:default/deploy-bot'),
    byTeam: counts('group:default/payments'),
    byAction: counts('deployments:deploy'),
    byPolicy: counts('agentpolicy:default/production-changes'),
    byPurpose: counts('proposal'),
    digest: '12'.repeat(32),
    ...overrides,
  };
}

/** A replay that has ended well; for tests and stories. @public */
export function aReplay(overrides: Partial<Replay> = {}): Replay {
  return {
    id: 'replay-1',
    title: 'Changes in production, changed',
    createdBy: 'user:default/me',
    createdAt: '2026-11-20T09:40:00.000Z',
    endedAt: '2026-11-20T09:40:12.000Z',
    state: 'succeeded',
    progress: { total: 42, done: 42 },
    scope: SCOPE,
    draft: {
      changes: [
        {
          kind: 'mode',
          policyRef: 'agentpolicy:default/production-changes',
          mode: 'enforce',
        },
      ],
    },
    policies: [
      {
        ref: 'agentpolicy:default/production-changes',
        title: 'Changes in production',
        change: 'mode',
        before: { digest: 'ab'.repeat(32), mode: 'shadow' },
        after: { digest: 'cd'.repeat(32), mode: 'enforce' },
        warnings: [],
      },
    ],
    report: aReplayReport(),
    mayCancel: false,
    revision: 9,
    ...overrides,
  };
}

/** A decision that the draft would turn; for tests and stories. @public */
export function aReplayFlip(overrides: Partial<ReplayFlip> = {}): ReplayFlip {
  return {
    decisionId: 'decision-1',
    requestId: 'request-1',
    decidedAt: '2026-11-18T10:00:00.000Z',
    purpose: 'proposal',
    agentRef: 'agent:default/deploy-bot',
    team: 'group:default/payments',
    actionId: 'deployments:deploy',
    targetRef: 'component:default/payments-api',
    environment: 'production',
    kind: 'tightened',
    recorded: 'allow',
    before: {
      verdict: 'allow',
      reason: 'granted',
      because: 'Allowed: routine (Changes in production).',
      asks: [],
    },
    after: {
      verdict: 'hold',
      reason: 'granted',
      because: 'Held: a person looks at changes in production.',
      asks: ['one of group:default/payments (within PT4H)'],
    },
    policies: ['agentpolicy:default/production-changes'],
    ...overrides,
  };
}

/** A replay that is half done; for tests and stories. @public */
export function aRunningReplay(overrides: Partial<Replay> = {}): Replay {
  const { endedAt, report, ...replay } = aReplay();
  return {
    ...replay,
    state: 'running',
    progress: { total: 42, done: 21 },
    mayCancel: true,
    revision: 3,
    ...overrides,
  };
}
