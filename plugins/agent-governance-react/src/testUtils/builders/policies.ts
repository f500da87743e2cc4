import {
  PendingPolicyChange,
  PolicyDetail,
  PolicySummary,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { digest } from './world';

/** A policy of the organization that decides. @public */
export function aPolicy(overrides: Partial<PolicySummary> = {}): PolicySummary {
  return {
    ref: 'agentpolicy:default/code-freeze',
    title: 'Nothing changes during a freeze',
    state: 'enforcing',
    because: 'It decides.',
    standing: 'current',
    owner: 'group:default/platform',
    level: 'organization',
    mode: 'enforce',
    digest: digest('code-freeze'),
    problemCount: 0,
    unsatisfiableCount: 0,
    changedAt: '2026-11-18T09:00:00.000Z',
    revision: 1,
    pending: false,
    ...overrides,
  };
}

/** The same with everything there is to know about it. @public */
export function aPolicyDetail(
  overrides: Partial<PolicyDetail> = {},
): PolicyDetail {
  const summary = aPolicy(overrides);
  return {
    ...summary,
    document: {
      schemaVersion: 1,
      ref: summary.ref,
      title: summary.title,
      owner: 'group:default/platform',
      level: 'organization',
      mode: 'enforce',
      appliesTo: { actions: ['deployments:*'], environments: ['production'] },
      rules: [
        {
          name: 'frozen',
          effect: 'deny',
          when: 'conditions.freeze.active',
          because: 'Production is frozen.',
        },
        {
          name: 'irreversible',
          effect: 'require-approval',
          when: '!action.reversible',
          because: 'It cannot be undone, so two people look.',
          checkpoint: {
            anyOf: [
              {
                allOf: [
                  { from: 'target-owner', count: 1 },
                  { from: 'group:default/sre', count: 1 },
                ],
              },
            ],
            decideWithin: 'PT4H',
            executeWithin: 'PT30M',
          },
        },
      ],
    },
    problems: [],
    warnings: [],
    checkpoints: [
      {
        rule: 'irreversible',
        satisfiable: 'unknown',
        anyOf: [
          {
            satisfiable: 'unknown',
            allOf: [
              { from: 'target-owner', count: 1 },
              { from: 'group:default/sre', count: 1, people: 3 },
            ],
          },
        ],
      },
    ],
    authority: 'Every request, wherever it goes.',
    originLocation:
      'url:https://github.com/acme/agent-policies/blob/main/all.yaml',
    confirmers: [],
    mayConfirm: false,
    changes: [
      {
        entryId: 'entry-p1',
        at: '2026-11-18T09:00:00.000Z',
        type: 'policy.changed',
        after: digest('code-freeze'),
        state: 'enforcing',
        changed: ['level', 'mode', 'owner', 'standing', 'state', 'text'],
      },
    ],
    ...overrides,
  };
}

/** A change of a policy that waits for people, and that the person asking may vote on. @public */
export function aPendingPolicyChange(
  overrides: Partial<PendingPolicyChange> = {},
): PendingPolicyChange {
  return {
    id: 'change-1',
    state: 'waiting',
    proposedAt: '2026-11-20T09:00:00.000Z',
    from: digest('code-freeze'),
    to: digest('loosened'),
    becomes: 'enforcing',
    because: 'It decides.',
    originLocation:
      'url:https://github.com/acme/agent-policies/blob/main/all.yaml',
    findings: [
      {
        rule: 'frozen',
        what: 'The rule frozen (deny) is removed.',
        because: 'Nothing shows that all it refused is still refused.',
      },
    ],
    quorum: { from: ['group:default/platform'], count: 2 },
    eligible: 3,
    votes: [],
    mayVote: { allowed: true, because: 'You are of group:default/platform' },
    hasAgreed: false,
    ...overrides,
  };
}
