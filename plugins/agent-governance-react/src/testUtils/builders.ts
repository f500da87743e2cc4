import {
  ActionRequest,
  AgentSummary,
  ContextFact,
  ContextSnapshot,
  Decision,
  DecisionWithFacts,
  Environment,
  Explanation,
  Facts,
  Freeze,
  LedgerEntryView,
  Review,
  ReviewPresentation,
  RuleResult,
  known,
} from '@agentgov/backstage-plugin-agent-governance-common';

const TARGET = 'component:default/payments-api';
const AGENT = 'agent:default/deploy-bot';
const ASKED_AT = '2026-11-20T09:00:00.000Z';

function digest(seed: string): string {
  return Array.from({ length: 64 }, (_, i) =>
    ((seed.charCodeAt(i % seed.length) + i) % 16).toString(16),
  ).join('');
}

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

/** What was looked at. @public */
export function someFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    schemaVersion: 1,
    agent: {
      ref: known(AGENT, 'catalog', ASKED_AT),
      uid: known('a-uid', 'catalog', ASKED_AT),
      owner: known('group:default/platform', 'catalog', ASKED_AT),
      lifecycle: known('production', 'catalog', ASKED_AT),
      autonomy: known('autonomous', 'catalog', ASKED_AT),
      operates: known([TARGET], 'catalog', ASKED_AT),
      model: known('house-model-3', 'catalog', ASKED_AT),
    },
    action: {
      id: known('deployments:deploy', 'config', ASKED_AT),
      definitionDigest: known(digest('definition'), 'config', ASKED_AT),
      effectClass: known('keyed', 'config', ASKED_AT),
      mutates: known(true, 'config', ASKED_AT),
      reversible: known(true, 'config', ASKED_AT),
      quotesContext: known(true, 'config', ASKED_AT),
      tags: known([], 'config', ASKED_AT),
    },
    input: known(
      { version: '2.4.1', strategy: 'rolling' },
      'request',
      ASKED_AT,
    ),
    target: {
      ref: known(TARGET, 'catalog', ASKED_AT),
      uid: known('t-uid', 'catalog', ASKED_AT),
      etag: known('e1', 'catalog', ASKED_AT),
      kind: known('component', 'catalog', ASKED_AT),
      type: known('service', 'catalog', ASKED_AT),
      lifecycle: known('production', 'catalog', ASKED_AT),
      owner: known('group:default/payments', 'catalog', ASKED_AT),
      system: known('system:default/payments', 'catalog', ASKED_AT),
      domain: { state: 'unknown', source: 'catalog', note: 'no domain given' },
      tags: known(['go'], 'catalog', ASKED_AT),
      labels: known({}, 'catalog', ASKED_AT),
      annotations: known({}, 'catalog', ASKED_AT),
    },
    topology: {
      ownedByAgentOwner: known(false, 'catalog', ASKED_AT),
      operates: known(true, 'catalog', ASKED_AT),
      sameSystem: known(true, 'catalog', ASKED_AT),
      sameDomain: known(true, 'catalog', ASKED_AT),
      distance: known(0, 'catalog', ASKED_AT),
    },
    environment: {
      name: known('production', 'config', ASKED_AT),
      owner: known('group:default/sre', 'config', ASKED_AT),
      rank: known(2, 'config', ASKED_AT),
      production: known(true, 'config', ASKED_AT),
    },
    conditions: { freezes: known([], 'freezes', ASKED_AT) },
    context: {
      required: known(
        [
          {
            factType: 'runbook',
            freshness: 'stale',
            digest: digest('runbook'),
            verifiedAt: '2026-08-17T09:00:00.000Z',
            ageSeconds: 95 * 86_400,
            warnAfterSeconds: 20 * 86_400,
            errorAfterSeconds: 30 * 86_400,
          },
        ],
        'context',
        ASKED_AT,
      ),
      floorMet: known(false, 'context', ASKED_AT),
      quoted: known(
        { result: 'matches', snapshotId: 'snap-1' },
        'context',
        ASKED_AT,
      ),
    },
    run: { id: known('run-7', 'request', ASKED_AT) },
    history: {
      mutationsLastHour: known(1, 'history', ASKED_AT),
      mutationsLastDay: known(4, 'history', ASKED_AT),
      sameActionOnTarget: known(40, 'history', ASKED_AT),
      novel: known(false, 'history', ASKED_AT),
    },
    time: { now: known(ASKED_AT, 'request', ASKED_AT) },
    ...overrides,
  };
}

/** The rule that asks for a person. @public */
export function anApprovalRule(
  overrides: Partial<RuleResult> = {},
): RuleResult {
  return {
    name: 'execute-approved',
    effect: 'require-approval',
    matched: true,
    because: 'The runbook is staler than its standard allows.',
    reads: [],
    criteria: {
      kind: 'allOf',
      result: true,
      children: [
        {
          kind: 'rule',
          rule: 'inEnvironment',
          params: { environments: ['production'] },
          result: true,
          because: 'the environment is production',
          reads: [
            {
              path: 'environment.name',
              value: 'production',
              state: 'known',
              source: 'config',
              observedAt: ASKED_AT,
            },
          ],
        },
        {
          kind: 'not',
          result: 'unknown',
          children: [
            {
              kind: 'rule',
              rule: 'contextMeets',
              params: { factTypes: ['health'] },
              result: 'unknown',
              because: 'the health of the target is not known',
              reads: [
                {
                  path: 'context.required',
                  state: 'unknown',
                  source: 'context',
                  note: 'the health source has gone silent',
                },
              ],
            },
          ],
        },
      ],
    },
    ...overrides,
  };
}

/** A decision with its way there. @public */
export function aDecision(
  overrides: Partial<DecisionWithFacts> = {},
): DecisionWithFacts {
  const decision: Decision = {
    id: 'req-1-d1',
    requestId: 'req-1',
    purpose: 'proposal',
    verdict: 'hold',
    reason: 'granted',
    because: 'The runbook was last verified 95 days ago; the standard says 30.',
    effectiveAt: ASKED_AT,
    factsDigest: digest('facts'),
    policySetDigest: digest('policies'),
    requestDigest: digest('action-req-1'),
    engineVersion: '1.0.0',
    levels: [
      {
        level: 'portal',
        granted: true,
        effect: 'require-approval',
        because: 'The portal lets it run once people have approved it.',
        policies: [
          {
            id: 'portal',
            title: 'The portal’s permission policy',
            rules: [
              {
                name: 'execute',
                effect: 'allow',
                matched: false,
                because: 'the required context is not fresh',
                reads: [
                  {
                    path: 'context.floorMet',
                    value: false,
                    state: 'known',
                    source: 'context',
                    observedAt: ASKED_AT,
                  },
                ],
              },
              anApprovalRule(),
            ],
          },
        ],
      },
      {
        level: 'agent',
        granted: false,
        effect: 'none',
        because: 'The agent is autonomous; nothing is tightened.',
        policies: [],
      },
    ],
    checkpoints: [
      {
        id: 'owner',
        terms: [
          {
            from: 'target-owner',
            resolved: ['group:default/payments'],
            count: 1,
          },
        ],
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
    ],
  };
  return { ...decision, facts: someFacts(), ...overrides };
}

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

/** An entry of the ledger. @public */
export function aLedgerEntry(
  overrides: Partial<LedgerEntryView['envelope']> & { leafHash?: string } = {},
): LedgerEntryView {
  const { leafHash = digest('leaf'), ...envelope } = overrides;
  return {
    envelope: {
      schemaVersion: 1,
      id: '019a9f00-0000-7000-8000-000000000001',
      time: ASKED_AT,
      stream: 'action-request:req-1',
      streamIndex: 0,
      previous: null,
      type: 'action-request.decided',
      body: { verdict: 'hold', reason: 'granted', decisionId: 'req-1-d1' },
      payloads: [{ name: 'input', commitment: digest('input') }],
      ...envelope,
    },
    leafHash,
    leafIndex: null,
    payloads: [
      { name: 'input', state: 'present', content: { version: '2.4.1' } },
    ],
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

/** A release freeze in force. @public */
export function aFreeze(overrides: Partial<Freeze> = {}): Freeze {
  return {
    id: 'freeze-1',
    scope: { entityRef: 'system:default/payments', environment: 'production' },
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
      signOffBy: 'owner',
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

/** An agent that counts. @public */
export function anAgent(overrides: Partial<AgentSummary> = {}): AgentSummary {
  return {
    ref: AGENT,
    title: 'Deploy bot',
    owner: 'group:default/platform',
    autonomy: 'autonomous',
    lifecycle: 'production',
    standing: 'active',
    because: 'It comes from a trusted location and has a key.',
    ...overrides,
  };
}

/** Staging and production. @public */
export function someEnvironments(): Environment[] {
  return [
    {
      name: 'staging',
      owner: 'group:default/platform',
      rank: 1,
      production: false,
    },
    {
      name: 'production',
      owner: 'group:default/sre',
      rank: 2,
      production: true,
    },
  ];
}
