import {
  ActionDescription,
  ActionRequest,
  AgentSummary,
  ConditionSourceSummary,
  ContextSignOff,
  ContextSnapshot,
  Decision,
  Delegation,
  DelegationDetails,
  EntityConditions,
  Environment,
  Explanation,
  Fact,
  Facts,
  AgentIdentity,
  Coverage,
  Reach,
  Freeze,
  FreezeAgenda,
  FreezeCalendar,
  FreezeDetails,
  FreezeException,
  FreezeImport,
  FreezePreview,
  LedgerEntryView,
  LedgerVerification,
  McpServer,
  McpTool,
  McpToolDetail,
  PolicyDetail,
  PolicyEffects,
  PolicySummary,
  Replay,
  ReplayFlip,
  Review,
  ReviewPresentation,
  Simulation,
  Stop,
  StopDetails,
  StopPreview,
  CheckpointCoverage,
  Organization,
} from '@agentgov/backstage-plugin-agent-governance-common';

const AT = '2026-11-22T10:00:00.000Z';
const DIGEST = 'ab'.repeat(32);

/** With every optional field, so that the contract must know each of them. */
export const actionRequest: ActionRequest = {
  id: '019a0000-0000-7000-8000-000000000001',
  agentRef: 'agent:default/deploy-bot',
  actionId: 'deployments:deploy',
  actionTitle: 'Deploy',
  effectClass: 'keyed',
  undo: 'deployments:roll-back',
  targetRef: 'component:default/payments',
  environment: 'production',
  purpose: 'Ship the fix',
  runId: 'run-7',
  contextSnapshotId: '019a0000-0000-7000-8000-00000000000a',
  input: { version: '1.2.3', nested: { list: [1, null, true] } },
  actionDigest: DIGEST,
  state: 'held',
  verdict: 'hold',
  reason: 'granted',
  because: 'The owner looks at it first',
  retryable: false,
  decisionId: '019a0000-0000-7000-8000-000000000002',
  holdDecisionId: '019a0000-0000-7000-8000-000000000002',
  decideBy: AT,
  executeBy: AT,
  unblock: [
    {
      kind: 'review',
      message: 'One review by group:default/payments',
      who: ['group:default/payments'],
      at: AT,
      verdict: 'allow',
    },
  ],
  execution: {
    state: 'succeeded',
    attempt: 1,
    idempotencyKey: DIGEST,
    startedAt: AT,
    endedAt: AT,
    output: { deployment: 'd-1' },
    error: 'none',
  },
  revision: 3,
  createdAt: AT,
  updatedAt: AT,
};

function fact<T extends NonNullable<Fact['value']>>(value: T): Fact<T> {
  return {
    value,
    state: 'known',
    source: 'catalog',
    observedAt: AT,
    ttlSeconds: 5,
    note: 'As read',
  };
}

export const facts: Facts = {
  schemaVersion: 1,
  agent: {
    ref: fact('agent:default/deploy-bot'),
    uid: fact('u-1'),
    owner: fact('group:default/payments'),
    lifecycle: fact('production'),
    autonomy: fact('autonomous' as const),
    operates: fact(['component:default/payments']),
    model: fact('m'),
    tags: fact([] as string[]),
  },
  action: {
    id: fact('deployments:deploy'),
    definitionDigest: fact(DIGEST),
    effectClass: fact('keyed' as const),
    mutates: fact(true),
    reversible: fact(true),
    takesSecrets: fact(false),
    quotesContext: fact(true),
    tags: fact(['deploy']),
  },
  input: fact({ version: '1.2.3' }),
  subject: {
    ref: fact('user:default/ann'),
    groups: fact(['group:default/x']),
    delegation: fact({
      id: '019a0000-0000-7000-8000-000000000009',
      actions: ['deployments:*'],
      until: AT,
    }),
  },
  target: {
    ref: fact('component:default/payments'),
    uid: fact('u-2'),
    etag: fact('e'),
    kind: fact('component'),
    type: fact('service'),
    lifecycle: fact('production'),
    owner: fact('group:default/payments'),
    system: fact('system:default/money'),
    domain: { state: 'unknown', source: 'catalog', note: 'It has none' },
    tier: fact('tier-1'),
    dataClass: fact('internal'),
    owners: fact(['group:default/payments']),
    agents: fact({ rule: 'supervised' as const, trusted: false }),
    tags: fact([] as string[]),
    labels: fact({}),
    annotations: fact({}),
  },
  topology: {
    ownedByAgentOwner: fact(true),
    operates: fact(true),
    sameSystem: fact(true),
    sameDomain: fact(false),
    distance: fact(0),
    dependents: fact(2),
    highestTier: fact('tier-1'),
  },
  environment: {
    name: fact('production'),
    owner: fact('group:default/sre'),
    rank: fact(3),
    production: fact(true),
  },
  conditions: {
    freeze: fact({
      active: true,
      freezes: [
        {
          id: 'f-1',
          reason: 'Release week',
          owner: 'group:default/sre',
          from: AT,
          to: AT,
          scope: 'production',
        },
      ],
      excepted: [],
    }),
    incident: fact({
      active: true,
      incidents: [
        {
          id: 'PGR0VU2',
          title: 'Payments time out',
          severity: 'P1',
          entityRef: 'system:default/money',
          source: 'pagerduty',
          openedAt: AT,
        },
      ],
    }),
    health: fact({
      status: 'degraded' as const,
      source: 'monitoring',
      reportedAt: AT,
    }),
    deployInProgress: fact({ active: false, executions: [], reported: [] }),
    stops: fact([
      {
        id: 's-1',
        scope: {
          kind: 'agent' as const,
          ref: 'agent:default/deploy-bot',
          on: 'component:default/payments-api',
        },
        reason: 'Odd deployments',
        pulledBy: 'user:default/olivia',
        pulledAt: AT,
      },
    ]),
  },
  context: {
    required: fact([
      {
        factType: 'runbook',
        freshness: 'fresh' as const,
        digest: DIGEST,
        verifiedAt: AT,
        ageSeconds: 3,
        signOffBy: 'target-owner',
      },
    ]),
    floorMet: fact(true),
    quoted: fact({ result: 'matches' as const, snapshotId: 's-1' }),
  },
  run: {
    id: fact('run-7'),
    step: fact(1),
    startedAt: fact(AT),
    startedBy: fact('user:default/ann'),
    mutations: fact(0),
    failures: fact(0),
    unknownOutcomes: fact(0),
  },
  history: {
    mutations: fact({ lastHour: 0, lastDay: 0 }),
    sameActionOnTarget: fact(0),
    sameActionOnKind: fact(0),
    lastDenialAt: fact(AT),
    novel: fact(true),
  },
  reviews: fact({
    holdDecisionId: '019a0000-0000-7000-8000-000000000002',
    approvals: [
      {
        id: '019a0000-0000-7000-8000-000000000003',
        reviewerRef: 'user:default/ana',
        standingRefs: ['group:default/payments'],
      },
    ],
  }),
  time: {
    now: fact(AT),
    weekday: fact('friday'),
    hour: fact(10),
    zone: fact('UTC'),
  },
};

export const decision: Decision = {
  id: actionRequest.decisionId,
  requestId: actionRequest.id,
  purpose: 'proposal',
  verdict: 'hold',
  reason: 'granted',
  because: 'The owner looks at it first',
  effectiveAt: AT,
  factsDigest: DIGEST,
  policySetDigest: DIGEST,
  requestDigest: DIGEST,
  engineVersion: '1',
  levels: [
    {
      level: 'portal',
      granted: true,
      effect: 'require-approval',
      couldNotEvaluate: 'not the case',
      because: 'It was asked',
      policies: [
        {
          id: 'portal',
          title: 'Portal policy',
          rules: [
            {
              name: 'execute',
              effect: 'allow',
              matched: 'unknown',
              because: 'Not known',
              reads: [
                {
                  path: 'target.owner',
                  value: 'group:default/payments',
                  state: 'known',
                  source: 'catalog',
                  observedAt: AT,
                  note: 'As read',
                },
              ],
              criteria: {
                kind: 'allOf',
                result: 'unknown',
                children: [
                  {
                    kind: 'not',
                    result: false,
                    children: [
                      {
                        kind: 'rule',
                        rule: 'duringFreeze',
                        params: {},
                        result: true,
                        because: 'Release week',
                        reads: [],
                      },
                    ],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
  shadow: [
    {
      level: 'team',
      policy: {
        id: 'agentpolicy:default/tried-out',
        title: 'Tried out',
        digest: DIGEST,
        owner: 'group:default/payments',
        standing: 'current',
        rules: [],
      },
      effect: 'none',
      verdict: 'hold',
    },
  ],
  checkpoints: [
    {
      id: 'owner',
      anyOf: [
        {
          allOf: [
            {
              from: 'target-owner',
              resolved: ['group:default/payments'],
              count: 1,
            },
          ],
        },
      ],
      decideWithin: 'PT4H',
      executeWithin: 'PT30M',
    },
  ],
  reviewers: {
    lookups: [
      {
        from: 'target-owner',
        refs: ['group:default/payments'],
        eligible: 3,
      },
      { from: 'fallback', refs: [], eligible: 0 },
    ],
    people: [{ standsFor: ['target-owner'], count: 3 }],
  },
};

export const review: Review = {
  id: '019a0000-0000-7000-8000-000000000003',
  requestId: actionRequest.id,
  holdDecisionId: decision.id,
  presentationDigest: DIGEST,
  reviewerRef: 'user:default/ana',
  verdict: 'approve',
  comment: 'Looks right',
  standing: 'group:default/payments',
  counts: true,
  consideredMs: 41_000,
  createdAt: AT,
};

export const ledgerEntry: LedgerEntryView = {
  envelope: {
    schemaVersion: 1,
    id: '019a0000-0000-7000-8000-000000000004',
    time: AT,
    stream: `action-request:${actionRequest.id}`,
    streamIndex: 0,
    previous: null,
    type: 'action-request.decided',
    body: { requestId: actionRequest.id },
    payloads: [{ name: 'input', commitment: DIGEST }],
  },
  leafHash: DIGEST,
  leafIndex: null,
  payloads: [
    { name: 'input', content: { version: '1.2.3' }, state: 'present' },
  ],
};

export const explanation: Explanation = {
  request: actionRequest,
  decisions: [{ ...decision, facts }],
  reviews: [review],
  entries: [ledgerEntry],
  eligibleReviewers: ['user:default/ana'],
  progress: {
    met: false,
    approved: 0,
    needed: 1,
    because: '0 of 1: one of group:default/payments still needed',
    helps: ['group:default/payments'],
    checkpoints: [
      {
        id: 'owner',
        policy: 'agentpolicy:default/production',
        rule: 'risky',
        met: false,
        anyOf: [
          {
            met: false,
            terms: [
              {
                from: 'target-owner',
                resolved: ['group:default/payments'],
                count: 1,
                approvedBy: [],
              },
            ],
            missing: [
              {
                count: 1,
                from: ['target-owner'],
                resolved: ['group:default/payments'],
              },
            ],
          },
        ],
      },
    ],
  },
  mayReview: { allowed: false, because: 'It is not held', helps: false },
  mayReconcile: { allowed: false, because: 'It is held' },
  mayWithdraw: false,
};

export const presentation: ReviewPresentation = {
  requestId: actionRequest.id,
  holdDecisionId: decision.id,
  digest: DIGEST,
  renderedAt: AT,
  content: {
    request: {
      id: actionRequest.id,
      agentRef: actionRequest.agentRef,
      actionId: actionRequest.actionId,
      actionTitle: actionRequest.actionTitle,
      effectClass: actionRequest.effectClass,
      undo: actionRequest.undo,
      targetRef: actionRequest.targetRef,
      environment: actionRequest.environment,
      purpose: actionRequest.purpose,
      runId: actionRequest.runId,
      input: actionRequest.input,
      actionDigest: DIGEST,
    },
    decision,
    facts,
    changedSince: [{ path: 'target.owner', then: 'a', now: 'b' }],
    heldBefore: {
      decidedAt: AT,
      approvedBy: ['user:default/ana'],
      changes: [{ path: 'conditions.incident', then: 'none', now: 'i-1' }],
    },
    reviews: [
      { reviewerRef: 'user:default/ana', verdict: 'approve', createdAt: AT },
    ],
  },
};

export const action: ActionDescription = {
  id: 'deployments:deploy',
  title: 'Deploy',
  description: 'Puts a version somewhere',
  effectClass: 'keyed',
  undo: 'deployments:roll-back',
  inputSchema: { type: 'object' },
  targetKinds: ['component'],
  requiresContext: ['runbook'],
  quotesContext: true,
  takesSecrets: false,
  derivesTarget: false,
  tags: ['deploy'],
};

export const signOff: ContextSignOff = {
  id: 's-1',
  entityRef: 'component:default/payments',
  factType: 'runbook',
  digest: DIGEST,
  personRef: 'user:default/ana',
  standing: 'group:default/payments',
  comment: 'Read it',
  signedOffAt: AT,
  valid: false,
  lapsedBecause: 'The value changed',
};

export const snapshot: ContextSnapshot = {
  id: 'snap-1',
  entityRef: 'component:default/payments',
  digest: DIGEST,
  takenAt: AT,
  expiresAt: AT,
  facts: [
    {
      entityRef: 'component:default/payments',
      factType: 'runbook',
      title: 'Runbook',
      value: { url: 'https://example.com' },
      digest: DIGEST,
      source: 'wiki',
      sourceRevision: '7',
      observedAt: AT,
      acquiredAt: AT,
      freshness: 'fresh',
      verifiedAt: AT,
      ageSeconds: 3,
      standard: {
        factType: 'runbook',
        title: 'Runbook',
        warnAfterSeconds: 10,
        errorAfterSeconds: 20,
        signOffBy: 'owner',
      },
      signOff,
      maySignOff: true,
      note: 'As reported',
    },
  ],
  freezes: [
    {
      id: 'f-1',
      reason: 'Release week',
      owner: 'group:default/sre',
      from: AT,
      to: AT,
      scope: {
        entityRef: 'system:default/money',
        environments: ['production'],
      },
    },
  ],
};

export const freezeException: FreezeException = {
  id: 'e-1',
  freezeId: 'f-1',
  scope: {
    entityRef: 'component:default/payments',
    actions: ['deployments:deploy'],
    environments: ['production'],
    agentRef: 'agent:default/deploy-bot',
  },
  from: AT,
  to: AT,
  reason: 'Hotfix',
  requestedBy: 'user:default/ana',
  state: 'active',
  approvals: { agreedBy: ['user:default/ben'], required: 1 },
  endedBy: 'user:default/ana',
  revision: 2,
  createdAt: AT,
};

export const freeze: Freeze = {
  id: 'f-1',
  scope: {
    entityRef: 'system:default/money',
    targets: { 'spec.type': 'service' },
    actions: ['deployments:*'],
    environments: ['production'],
  },
  from: AT,
  to: AT,
  recurrence: {
    rule: 'FREQ=WEEKLY',
    start: '2026-11-20T16:00:00',
    duration: 'PT8H',
    zone: 'Europe/Berlin',
    exdates: ['2026-11-27'],
    words: 'every week',
  },
  reason: 'Release week',
  owner: 'group:default/sre',
  createdBy: 'user:default/ana',
  origin: { calendar: 'releases', uid: 'u-1', recurrenceId: '2026-11-20' },
  endedAt: AT,
  endedBy: 'user:default/ana',
  ending: { agreedBy: ['user:default/ana'], required: 2 },
  exceptions: [freezeException],
  state: 'ended-early',
  revision: 2,
  createdAt: AT,
};

export const policySummary: PolicySummary = {
  ref: 'agentpolicy:default/code-freeze',
  title: 'Code freeze',
  state: 'broken',
  because: 'It cannot be understood: 1 thing is wrong with it.',
  standing: 'last-good',
  owner: 'group:default/sre',
  level: 'organization',
  mode: 'enforce',
  digest: DIGEST,
  problemCount: 1,
  unsatisfiableCount: 1,
  changedAt: AT,
  lately: { since: '2026-11-17', matched: 12, changed: 3 },
  revision: 3,
  pending: true,
};

const effectCounts = {
  decisions: 340,
  denied: 12,
  held: 3,
  allowed: 300,
  notEvaluated: 1,
  changed: 15,
  wouldDeny: 12,
  wouldHold: 3,
  wouldAllow: 0,
};
const effectModes = { enforce: effectCounts, shadow: effectCounts };

export const policyEffects: PolicyEffects = {
  policyRef: policySummary.ref,
  from: '2026-11-17',
  to: '2026-11-23',
  total: effectModes,
  days: [{ day: '2026-11-23', ...effectModes }],
  agents: [{ agentRef: 'agent:default/deploy-bot', ...effectModes }],
  rules: [{ name: 'frozen', mode: 'shadow', decisions: 12 }],
  latest: [
    {
      requestId: 'r-1',
      decisionId: 'd-1',
      at: AT,
      agentRef: 'agent:default/deploy-bot',
      targetRef: 'component:default/payments',
      actionId: 'deployments:deploy',
      environment: 'production',
      verdict: 'allow',
      mode: 'shadow',
      effect: 'could-not-evaluate',
      rules: ['frozen'],
      wouldBe: 'deny',
    },
  ],
  catchingUp: false,
  partial: false,
};

const coverageNumbers = {
  cells: 2,
  denied: 0,
  held: 1,
  allowed: 0,
  uncovered: 1,
  partly: 1,
};

export const organization: Organization = {
  schemaVersion: 1,
  exportedAt: '2026-11-20T10:00:00.000Z',
  policyAdmins: ['group:default/platform'],
  environments: [
    {
      name: 'staging',
      owner: 'group:default/platform',
      rank: 1,
      production: false,
    },
  ],
  requiredLevels: ['team'],
  groups: [{ ref: 'group:default/platform', parent: 'group:default/company' }],
  entities: [
    { ref: 'component:default/mailer', owner: 'group:default/support' },
    { ref: 'component:default/nobodys' },
  ],
  actions: [
    {
      id: 'deployments:deploy',
      title: 'Deploy',
      effectClass: 'keyed',
      mutates: true,
      undo: 'deployments:rollback',
      targetKinds: ['component'],
      quotesContext: true,
      takesSecrets: false,
      tags: ['deployment'],
      place: { target: 'component:default/mailer', environment: 'staging' },
    },
  ],
};

export const checkpointCoverage: CheckpointCoverage = {
  numbers: coverageNumbers,
  environments: [
    { name: 'production', production: true, numbers: coverageNumbers },
  ],
  cells: [
    {
      actionId: 'deployments:deploy',
      environment: 'production',
      state: 'held',
      extent: 'partly',
      rules: [
        {
          policyRef: policySummary.ref,
          rule: 'wide',
          effect: 'require-approval',
          extent: 'partly',
          dependsOn: [
            { on: 'owner', owner: 'group:default/payments' },
            {
              on: 'target',
              target: 'component:default/payments',
              owner: 'group:default/payments',
            },
            { on: 'filter', filter: { kind: 'component' } },
            { on: 'when', when: 'topology.dependents > 20' },
          ],
          grants: 'alone',
        },
        {
          effect: 'require-approval',
          extent: 'partly',
          dependsOn: [],
          grants: 'with-another-level',
        },
      ],
      moreRules: 3,
      shadow: [],
      moreShadow: 0,
    },
    {
      actionId: 'tickets:close',
      environment: 'production',
      state: 'uncovered',
      rules: [],
      moreRules: 0,
      shadow: [],
      moreShadow: 0,
    },
  ],
  policies: [
    {
      ref: policySummary.ref,
      title: policySummary.title,
      level: 'organization',
      mode: 'enforce',
      owner: 'group:default/sre',
      standing: 'last-good',
    },
  ],
  outside: [{ id: 'portal', because: 'The portal’s own policy is code.' }],
};

export const policyDetail: PolicyDetail = {
  ...policySummary,
  document: {
    schemaVersion: 1,
    ref: policySummary.ref,
    title: policySummary.title,
    owner: 'group:default/sre',
    level: 'organization',
    mode: 'enforce',
    appliesTo: {
      actions: ['deployments:*'],
      targets: { kind: 'component' },
      environments: ['production'],
    },
    rules: [
      {
        name: 'frozen',
        effect: 'deny',
        when: 'conditions.freeze.active',
        onUnknown: 'match',
        because: 'Production is frozen.',
      },
      {
        name: 'wide',
        effect: 'require-approval',
        because: 'Somebody looks.',
        checkpoint: {
          anyOf: [
            {
              allOf: [
                { from: 'target-owner', count: 1 },
                { from: 'group:default/sre', count: 9 },
              ],
            },
          ],
          decideWithin: 'PT4H',
          executeWithin: 'PT30M',
        },
      },
    ],
  },
  problems: [
    {
      field: 'rules[0].when',
      line: 1,
      column: 12,
      expression: 'conditions.freze.active',
      reason: 'no fact is called conditions.freze',
      suggestion: 'conditions.freeze',
    },
  ],
  warnings: [{ field: 'appliesTo.targets', reason: 'can be got round' }],
  checkpoints: [
    {
      rule: 'wide',
      satisfiable: false,
      anyOf: [
        {
          satisfiable: false,
          because: 'too few people',
          allOf: [
            { from: 'target-owner', count: 1 },
            { from: 'group:default/sre', count: 9, people: 2 },
          ],
        },
      ],
    },
  ],
  authority: 'Every request, wherever it goes.',
  originLocation: 'url:https://example.com/policies.yaml',
  confirmers: ['group:default/platform'],
  mayConfirm: true,
  changes: [
    {
      entryId: 'e-2',
      at: AT,
      type: 'policy.confirmed',
      before: DIGEST,
      state: 'gone',
      changed: [],
      confirmedBy: 'user:default/ana',
      comment: 'It was replaced',
    },
    {
      entryId: 'e-1',
      at: AT,
      type: 'policy.changed',
      after: DIGEST,
      state: 'enforcing',
      changed: ['state', 'text'],
      modeBefore: 'shadow',
      modeAfter: 'enforce',
      originLocation: 'url:https://example.com/policies.yaml',
      sourceUrl: 'https://example.com/policies.yaml',
      judged: 'approved',
      changeId: 'c-1',
      approvals: 2,
    },
    {
      entryId: 'e-0',
      at: AT,
      type: 'policy.change-approved',
      state: 'proposed',
      changed: [],
      votedBy: 'user:default/ana',
      changeId: 'c-1',
    },
  ],
  pendingChange: {
    id: 'c-2',
    state: 'waiting',
    proposedAt: AT,
    from: DIGEST,
    to: DIGEST,
    becomes: 'enforcing',
    because: 'It decides.',
    originLocation: 'url:https://example.com/policies.yaml',
    sourceUrl: 'https://example.com/policies.yaml',
    findings: [
      { rule: 'frozen', what: 'It is removed.', because: 'It refused.' },
    ],
    quorum: { from: ['group:default/platform'], count: 2 },
    eligible: 3,
    votes: [
      {
        person: 'user:default/ana',
        verdict: 'approve',
        at: AT,
        comment: 'Right',
      },
    ],
    mayVote: { allowed: true, because: 'You are of group:default/platform' },
    hasAgreed: false,
    replayId: 'r-1',
  },
};

export const coverageOf = (server: McpServer): Coverage => ({
  plugins: [
    {
      id: 'shop',
      installed: true,
      reads: ['/orders'],
      doors: [],
      routes: [
        {
          actionId: 'route:change-order',
          title: 'Change an order',
          method: 'PUT',
          path: '/orders/:id',
          target: { input: 'body.of' },
          environment: 'production',
          effectClass: 'once',
          undo: 'route:change-back',
          owner: 'group:default/shop',
        },
      ],
      portalActions: [
        {
          actionId: 'shop:restock',
          title: 'Restock',
          mapped: false,
          target: { ref: 'component:default/shop' },
          environment: 'production',
          effectClass: 'idempotent',
          problem: 'Another action has the same id',
        },
      ],
      problems: ['It does not run here'],
    },
  ],
  roads: [
    {
      id: 'service-tokens',
      title: 'Service tokens',
      covered: 'no',
      because: 'A service is not an agent',
      found: ['registry (static)'],
    },
  ],
  mcpServers: [server],
});

export const mcpServer: McpServer = {
  id: 'tickets',
  entityRef: 'api:default/tickets-mcp',
  owner: 'group:default/support',
  transport: 'http',
  state: 'connected',
  because: 'It was down before',
  implementation: { name: 'tickets', version: '1.0.0' },
  protocolVersion: '2025-11-25',
  listedAt: AT,
  tools: { new: 0, changed: 1, accepted: 2, gone: 0 },
  problems: [`'a tool' has a name that does not fit`],
};

export const mcpTool: McpTool = {
  server: 'tickets',
  name: 'close_ticket',
  actionId: 'mcp-tickets:close_ticket',
  title: 'Close a ticket',
  description: 'Closes it.',
  state: 'changed',
  digest: DIGEST,
  acceptedDigest: DIGEST,
  acceptedBy: 'user:default/ana',
  acceptedAt: AT,
  firstSeenAt: AT,
  changedAt: AT,
  effectClass: 'idempotent',
  undo: 'mcp-tickets:reopen_ticket',
  target: { input: 'component' },
  environment: 'production',
  problems: ['another action has the same id'],
};

export const mcpToolDetail: McpToolDetail = {
  ...mcpTool,
  target: { ref: 'api:default/tickets-mcp' },
  seen: {
    name: 'close_ticket',
    title: 'Close a ticket',
    description: 'Closes it.',
    inputSchema: { type: 'object' },
    outputSchema: { type: 'object' },
    annotations: { readOnlyHint: true },
  },
  accepted: { name: 'close_ticket', inputSchema: { type: 'object' } },
  differences: [
    { path: '/title', after: 'Close a ticket' },
    { path: '/annotations', after: { readOnlyHint: true } },
  ],
  acceptors: ['group:default/support'],
  mayAccept: true,
};

export const freezeAgenda: FreezeAgenda = {
  from: AT,
  to: AT,
  freezes: [freeze],
  occurrences: [{ freezeId: 'f-1', from: AT, to: AT }],
  truncated: false,
};

const coverage: FreezeDetails['coverage'] = {
  everything: false,
  entities: [
    { entityRef: 'component:default/payments', owner: 'group:default/sre' },
  ],
  owners: ['group:default/sre'],
  complete: true,
};

export const freezeDetails: FreezeDetails = {
  freeze,
  next: [{ from: AT, to: AT }],
  coverage,
  exceptions: [freezeException],
  permission: { allowed: true, because: 'You own it' },
};

export const freezePreview: FreezePreview = {
  scope: 'everything in production',
  words: 'every week',
  occurrences: [{ from: AT, to: AT }],
  coverage,
  permission: { allowed: true, because: 'You own it' },
};

export const freezeImport: FreezeImport = {
  events: [
    {
      position: 1,
      uid: 'u-1',
      recurrenceId: '2026-11-20',
      title: 'Release week',
      outcome: 'refused',
      problem: 'DTSTART is missing',
      from: AT,
      to: AT,
      words: 'every week',
    },
  ],
  applied: false,
};

export const freezeCalendar: FreezeCalendar = {
  id: 'releases',
  scope: { environments: ['production'] },
  owner: 'group:default/sre',
  zone: 'Europe/Berlin',
  refreshSeconds: 900,
  state: 'failing',
  events: 3,
  problems: ['Event 2, Release: DTSTART is missing'],
  readAt: AT,
  triedAt: AT,
};

export const stop: Stop = {
  id: 's-1',
  scope: {
    kind: 'agent',
    ref: 'agent:default/deploy-bot',
    on: 'system:default/money',
  },
  reason: 'Odd deployments',
  pulledBy: 'user:default/ana',
  pulledAt: AT,
  state: 'released',
  revision: 2,
  release: {
    quorum: 2,
    approvals: [
      { id: 'a-1', approvedBy: 'user:default/ana', approvedAt: AT },
      {
        id: 'a-2',
        approvedBy: 'user:default/ben',
        comment: 'Fixed',
        approvedAt: AT,
      },
    ],
  },
  releasedAt: AT,
};

export const delegation: Delegation = {
  id: '019a0000-0000-7000-8000-000000000009',
  agentRef: 'agent:default/deploy-bot',
  grantedBy: 'user:default/ann',
  actions: ['deployments:*'],
  targets: ['component:default/payments'],
  environments: ['staging'],
  reason: 'Rolls out what I merge',
  until: AT,
  state: 'revoked',
  revokedAt: AT,
  revokedBy: 'user:default/ann',
  createdAt: AT,
};

export const delegationDetails: DelegationDetails = {
  ...delegation,
  mayRevoke: { allowed: false, because: 'It is revoked' },
};

export const stopDetails: StopDetails = {
  ...stop,
  mayRelease: { allowed: false, because: 'It is released' },
  eligible: 3,
};

export const stopPreview: StopPreview = {
  allowed: true,
  because: 'You own it',
  inForce: stop,
  impact: { held: 1, authorised: 2, cutOff: 0, finishing: 1 },
};

export const agent: AgentSummary = {
  ref: 'agent:default/deploy-bot',
  title: 'Deploy bot',
  owner: 'group:default/payments',
  autonomy: 'supervised',
  lifecycle: 'production',
  standing: 'active',
  because: 'It stands',
};

export const environment: Environment = {
  name: 'production',
  owner: 'group:default/sre',
  rank: 3,
  production: true,
};

export const verification: LedgerVerification = {
  ok: false,
  entries: 1,
  streams: 1,
  findings: [
    {
      entryId: ledgerEntry.envelope.id,
      stream: ledgerEntry.envelope.stream,
      problem: 'leaf-hash-mismatch',
      message: 'The hash does not fit',
    },
  ],
  limits: ['A removed tail is not found'],
};

export const reach: Reach = {
  agentRef: 'agent:default/deploy-bot',
  decidedAt: AT,
  environment: 'production',
  actions: [
    {
      actionId: 'deployments:deploy',
      actionTitle: 'Deploy',
      effectClass: 'keyed',
    },
  ],
  targets: [
    {
      targetRef: 'component:default/payments',
      verdicts: [
        {
          actionId: 'deployments:deploy',
          verdict: 'hold',
          reason: 'granted',
          because: 'A person looks first.',
        },
      ],
    },
    { targetRef: 'api:default/payments', verdicts: [] },
  ],
};

const USE = { firstAt: AT, lastAt: AT, tokenExpiresAt: AT };

export const agentIdentity: AgentIdentity = {
  agentRef: 'agent:default/deploy-bot',
  keys: [
    {
      thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      algorithm: 'ES256',
      keyId: 'current',
      isInEntity: true,
      use: USE,
    },
    { thumbprint: 'old', isInEntity: false, use: USE },
  ],
  identities: [
    {
      issuerId: 'cluster',
      issuer: 'https://cluster.example.com',
      subject: 'system:serviceaccount:agents:deploy-bot',
      isInEntity: true,
      isBelieved: true,
    },
  ],
  signIns: { state: 'known' },
};

export const outlook = {
  agentRef: 'agent:default/deploy-bot',
  targetRef: 'component:default/payments',
  decidedAt: '2026-11-22T10:00:00.000Z',
  environments: ['production'],
  actions: [
    {
      actionId: 'deployments:deploy',
      actionTitle: 'Deploy',
      effectClass: 'keyed',
      verdicts: [
        {
          environment: 'production',
          verdict: 'deny',
          reason: 'denied',
          because: 'Denied: there is a freeze.',
          unblock: [
            {
              kind: 'freeze-ends',
              message: 'The freeze ends',
              who: ['group:default/sre'],
              at: '2026-11-23T10:00:00.000Z',
              verdict: 'allow',
            },
          ],
        },
      ],
    },
  ],
};

export const conditions: EntityConditions = {
  entityRef: 'component:default/payments',
  asOf: AT,
  environments: [
    {
      environment: 'production',
      incident: facts.conditions.incident,
      health: facts.conditions.health,
      deployInProgress: facts.conditions.deployInProgress,
    },
  ],
};

export const conditionSource: ConditionSourceSummary = {
  id: 'pagerduty',
  title: 'PagerDuty',
  type: 'pagerduty',
  kind: 'incident',
  state: 'quiet',
  heardAt: AT,
  deliveredAt: AT,
  ttlSeconds: 86_400,
  quietAfterSeconds: 3_600,
  current: 2,
  unmatched: [
    {
      key: 'PGR0VU2',
      title: 'A little bump in the road',
      because: `'PF9KMXH' is no entity ref and is not in the map of the source`,
      receivedAt: AT,
    },
  ],
};

const {
  id: _id,
  requestId: _requestId,
  purpose: _purpose,
  requestDigest: _requestDigest,
  factsDigest: _factsDigest,
  ...decisionCore
} = decision;

export const simulation: Simulation = {
  facts,
  overridden: ['time.now', 'time.weekday', 'time.hour', 'time.zone'],
  moments: {
    gatheredAt: AT,
    decidedFor: decisionCore.effectiveAt,
    factsOfThen: ['time.now', 'conditions.freeze'],
  },
  requiredLevels: ['team'],
  result: { decision: decisionCore, unblock: actionRequest.unblock },
};

const counts = {
  items: [
    {
      key: 'agent:default/deploy-bot',
      replayed: 4,
      loosened: 0,
      tightened: 1,
      checkpoint: 0,
    },
  ],
  others: { keys: 2, replayed: 3, loosened: 0, tightened: 0, checkpoint: 0 },
};

export const replayFlip: ReplayFlip = {
  decisionId: 'd-1',
  requestId: 'r-1',
  decidedAt: AT,
  purpose: 'proposal',
  agentRef: 'agent:default/deploy-bot',
  team: 'group:default/payments',
  actionId: 'deployments:deploy',
  targetRef: 'component:default/payments',
  environment: 'production',
  kind: 'tightened',
  recorded: 'allow',
  before: { verdict: 'allow', reason: 'granted', because: 'Yes.', asks: [] },
  after: {
    verdict: 'hold',
    reason: 'granted',
    because: 'Ask.',
    asks: ['one of group:default/payments (within PT4H)'],
  },
  policies: ['agentpolicy:default/freeze'],
};

export const replay: Replay = {
  id: 'r-1',
  title: 'Freeze on Fridays',
  createdBy: 'user:default/ana',
  createdAt: AT,
  endedAt: AT,
  state: 'succeeded',
  progress: { total: 7, done: 7 },
  scope: { from: AT, to: AT, actions: ['deployments:*'] },
  draft: { changes: [{ kind: 'off', policyRef: 'agentpolicy:default/old' }] },
  policies: [
    {
      ref: 'agentpolicy:default/old',
      title: 'Old',
      change: 'off',
      before: { digest: 'ab'.repeat(32), mode: 'enforce' },
      warnings: [],
    },
  ],
  report: {
    schemaVersion: 1,
    scope: { from: AT, to: AT },
    base: 'ab'.repeat(32),
    drafted: 'cd'.repeat(32),
    engineVersion: '3',
    rulesVersion: 'ef'.repeat(32),
    decisions: 8,
    replayed: 7,
    notReplayable: [{ because: 'facts-gone', count: 1 }],
    flips: [{ from: 'allow', to: 'hold', count: 1 }],
    loosened: 0,
    tightened: 1,
    checkpoint: 0,
    drift: [],
    otherRules: 0,
    byAgent: counts,
    byTeam: counts,
    byAction: counts,
    byPolicy: counts,
    byPurpose: counts,
    digest: 'ab'.repeat(32),
  },
  mayCancel: false,
  revision: 9,
};
