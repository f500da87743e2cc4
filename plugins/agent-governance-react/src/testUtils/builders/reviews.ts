import {
  Explanation,
  Review,
  ReviewPresentation,
  ReviewProgress,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { digest } from './world';
import { aRequest } from './requests';
import { aDecision } from './decisions';
import { aLedgerEntry } from './ledger';

/** One person's vote. @public */
export function aReview(overrides: Partial<Review> = {}): Review {
  return {
    id: 'rev-1',
    requestId: 'req-1',
    holdDecisionId: 'req-1-d1',
    presentationDigest: digest('presentation'),
    reviewerRef: 'user:default/priya',
    verdict: 'approve',
    comment: 'Runbook checked by hand.',
    standing: 'group:default/payments',
    counts: true,
    consideredMs: 48_000,
    createdAt: '2026-11-20T09:30:00.000Z',
    ...overrides,
  };
}

/** Everything about one request. @public */
export function anExplanation(
  overrides: Partial<Explanation> = {},
): Explanation {
  return {
    request: aRequest(),
    decisions: [aDecision()],
    reviews: [],
    entries: [aLedgerEntry()],
    eligibleReviewers: ['user:default/priya', 'user:default/omar'],
    mayReview: {
      allowed: true,
      because: 'You are a member of group:default/payments.',
      helps: true,
    },
    mayReconcile: {
      allowed: false,
      because: 'It is held, so there is nothing to find out',
    },
    mayWithdraw: false,
    ...overrides,
  };
}

/** What the server rendered for one reviewer. @public */
export function aPresentation(
  overrides: Partial<Omit<ReviewPresentation, 'content'>> & {
    content?: Partial<ReviewPresentation['content']>;
  } = {},
): ReviewPresentation {
  const { content, ...rest } = overrides;
  const request = aRequest();
  const { facts, ...decision } = aDecision();
  return {
    requestId: request.id,
    holdDecisionId: decision.id,
    digest: digest('presentation'),
    renderedAt: '2026-11-20T09:20:00.000Z',
    ...rest,
    content: {
      request,
      decision,
      facts,
      changedSince: [],
      reviews: [],
      ...content,
    },
  };
}

/** One of two people has approved: somebody of the owner; somebody of sre is still needed. @public */
export function aProgress(
  overrides: Partial<ReviewProgress> = {},
): ReviewProgress {
  const owner = {
    from: 'target-owner',
    resolved: ['group:default/payments'],
    count: 1,
  };
  const sre = {
    from: 'group:default/sre',
    resolved: ['group:default/sre'],
    count: 1,
  };
  const { from, resolved, count } = sre;
  return {
    met: false,
    approved: 1,
    needed: 2,
    because: '1 of 2: one of group:default/sre still needed',
    helps: ['group:default/sre'],
    checkpoints: [
      {
        id: 'risky',
        policy: 'agentpolicy:default/production-changes',
        rule: 'irreversible-or-wide',
        met: false,
        anyOf: [
          {
            met: false,
            terms: [
              { ...owner, approvedBy: ['user:default/priya'] },
              { ...sre, approvedBy: [] },
            ],
            missing: [{ count, from: [from], resolved }],
          },
        ],
      },
    ],
    ...overrides,
  };
}
