import {
  CriteriaTrace,
  Ternary,
  freezeCondition,
  incidentCondition,
} from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import { walkCriteria } from '../criteria';
import { policyRules } from './policyRules';

type Params = Record<string, any>;
type Case = [
  rule: keyof typeof policyRules,
  params: Params | undefined,
  changes: FactChanges,
  result: Ternary,
  because: string,
];

const freeze = {
  id: 'f',
  reason: 'release-week',
  owner: 'group:default/sre',
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-22T18:00:00.000Z',
  scope: 'system payments',
};
const excepted = {
  ...freeze,
  exceptionId: 'e',
  exceptedBy: ['user:default/ann', 'user:default/ben'],
};
const stale = <T>(value: T) => ({
  value,
  state: 'stale' as const,
  source: 'test',
  note: 'too old',
});
const none = { state: 'known' as const, source: 'test' };
const incident = {
  id: 'i',
  title: 'Card payments fail',
  severity: 'P1',
  entityRef: 'system:default/payments',
  source: 'pager',
  openedAt: '2026-11-20T09:40:00Z',
};
const runbook = { factType: 'runbook', freshness: 'fresh' as const };
const DAY = 86_400;

const cases: Case[] = [
  ['targetOwnedByAgentOwner', undefined, {}, true, 'owned by the agent'],
  [
    'targetOwnedByAgentOwner',
    undefined,
    {
      'topology.ownedByAgentOwner': false,
      'target.owner': 'group:default/checkout',
    },
    false,
    "the target is owned by group:default/checkout, not by the agent's owner group:default/payments",
  ],
  [
    'targetOwnedByAgentOwner',
    undefined,
    { 'topology.ownedByAgentOwner': unknownFact },
    'unknown',
    'topology.ownedByAgentOwner is unknown (no answer)',
  ],
  [
    'targetOwnedByAgentOwner',
    undefined,
    { 'topology.ownedByAgentOwner': stale(true) },
    'unknown',
    'topology.ownedByAgentOwner is stale (too old)',
  ],

  ['agentOperatesTarget', undefined, {}, true, 'the agent operates'],
  [
    'agentOperatesTarget',
    undefined,
    { 'topology.operates': false },
    false,
    'does not operate',
  ],
  [
    'agentOperatesTarget',
    undefined,
    { 'topology.operates': unknownFact },
    'unknown',
    'topology.operates is unknown',
  ],

  [
    'withinTopologyDistance',
    { max: 2 },
    { 'topology.distance': 2 },
    true,
    '2 hops',
  ],
  [
    'withinTopologyDistance',
    { max: 2 },
    { 'topology.distance': 3 },
    false,
    '3 hops',
  ],
  ['withinTopologyDistance', { max: 0 }, {}, true, '0 hops'],
  [
    'withinTopologyDistance',
    { max: 2 },
    { 'topology.distance': unknownFact },
    'unknown',
    'how far',
  ],

  ['inEnvironment', { names: ['staging', 'dev'] }, {}, true, 'staging'],
  ['inEnvironment', { names: ['prod'] }, {}, false, 'staging'],
  ['inEnvironment', { production: false }, {}, true, 'not production'],
  ['inEnvironment', { production: true }, {}, false, 'not production'],
  [
    'inEnvironment',
    { names: ['staging'], production: true },
    {},
    false,
    'staging',
  ],
  [
    'inEnvironment',
    { names: ['staging'], production: false },
    { 'environment.production': unknownFact },
    'unknown',
    'environment.production is unknown',
  ],
  [
    'inEnvironment',
    { names: ['prod'], production: false },
    { 'environment.production': unknownFact },
    false,
    'staging',
  ],
  [
    'inEnvironment',
    { production: false },
    { 'environment.name': unknownFact },
    true,
    'not named',
  ],

  [
    'effectClassIsOneOf',
    { effectClasses: ['read', 'idempotent'] },
    {},
    true,
    'idempotent',
  ],
  ['effectClassIsOneOf', { effectClasses: ['read'] }, {}, false, 'idempotent'],
  [
    'effectClassIsOneOf',
    { effectClasses: ['read'] },
    { 'action.effectClass': { ...stale('read' as const) } },
    'unknown',
    'action.effectClass is stale',
  ],

  [
    'actionIs',
    { ids: ['deployments:restart'] },
    {},
    true,
    'deployments:restart',
  ],
  ['actionIs', { ids: ['deployments:restart-all'] }, {}, false, ''],
  ['actionIs', { ids: ['tickets:*', 'deployments:*'] }, {}, true, ''],
  ['actionIs', { ids: ['deployments:restart*'] }, {}, true, ''],
  ['actionIs', { ids: ['deploy'] }, {}, false, ''],
  ['actionIs', { ids: ['restart*'] }, {}, false, ''],
  ['actionIs', { ids: ['*'] }, {}, true, ''],
  [
    'actionIs',
    { ids: ['*'] },
    { 'action.id': unknownFact },
    'unknown',
    'which action',
  ],

  ['hasUndo', undefined, {}, true, 'can be undone'],
  [
    'hasUndo',
    undefined,
    { 'action.reversible': false },
    false,
    'no registered action undoes',
  ],
  [
    'hasUndo',
    undefined,
    { 'action.reversible': unknownFact },
    'unknown',
    'is unknown',
  ],

  ['duringFreeze', undefined, {}, false, 'no freeze is in force'],
  [
    'duringFreeze',
    undefined,
    { 'conditions.freeze': freezeCondition([], [excepted]) },
    false,
    'the request is excepted from the freeze “release-week” by user:default/ann, user:default/ben',
  ],
  [
    'duringFreeze',
    undefined,
    {
      'conditions.freeze': freezeCondition(
        [{ ...freeze, id: 'g' }],
        [excepted],
      ),
    },
    true,
    'is in force until 2026-11-22T18:00Z',
  ],
  [
    'duringFreeze',
    undefined,
    {
      'conditions.freeze': { active: false, freezes: [freeze], excepted: [] },
    },
    'unknown',
    'whether a freeze is in force',
  ],
  [
    'duringFreeze',
    undefined,
    { 'conditions.freeze': freezeCondition([freeze]) },
    true,
    'the freeze “release-week” (owner group:default/sre) is in force until 2026-11-22T18:00Z',
  ],
  [
    'duringFreeze',
    undefined,
    { 'conditions.freeze': unknownFact },
    'unknown',
    'whether a freeze is in force',
  ],
  [
    'duringFreeze',
    undefined,
    {
      'conditions.freeze': freezeCondition([{ ...freeze, reason: 7 as never }]),
    },
    'unknown',
    'not of the expected shape',
  ],

  ['contextMeets', {}, {}, true, 'runbook'],
  ['contextMeets', {}, { 'context.required': [] }, true, 'no context'],
  [
    'contextMeets',
    { factTypes: ['template'] },
    {},
    'unknown',
    'how good the context fact template is',
  ],
  ['contextMeets', { factTypes: ['runbook'] }, {}, true, 'runbook'],
  [
    'contextMeets',
    {},
    { 'context.required': [{ ...runbook, freshness: 'ageing' }] },
    true,
    'runbook',
  ],
  [
    'contextMeets',
    {},
    {
      'context.required': [
        {
          ...runbook,
          freshness: 'stale',
          ageSeconds: 45 * DAY,
          errorAfterSeconds: 30 * DAY,
        },
      ],
    },
    false,
    'the context fact runbook is 45 days old and its standard allows 30 days',
  ],
  [
    'contextMeets',
    {},
    {
      'context.required': [
        { ...runbook, freshness: 'stale' },
        { factType: 'template', freshness: 'unknown' },
      ],
    },
    false,
    'the context fact runbook does not meet its standard, and it is not known how good the context fact template is',
  ],
  [
    'contextMeets',
    {},
    { 'context.required': unknownFact },
    'unknown',
    'context.required is unknown',
  ],

  ['quotedContextMatches', undefined, {}, true, 'still holds'],
  [
    'quotedContextMatches',
    undefined,
    {
      'context.quoted': {
        result: 'mismatch',
        differences: [
          {
            factType: 'dataClass',
            quoted: 'internal',
            current: 'restricted',
            source: 'warehouse',
          },
        ],
      },
    },
    false,
    'the agent acted on dataClass being “internal”, and it is now “restricted” (source warehouse)',
  ],
  ...(['expired', 'none'] as const).map(
    (result): Case => [
      'quotedContextMatches',
      undefined,
      { 'context.quoted': { result } },
      'unknown',
      result === 'none' ? 'quoted no context' : 'has expired',
    ],
  ),
  [
    'quotedContextMatches',
    undefined,
    { 'context.quoted': unknownFact },
    'unknown',
    'context.quoted is unknown',
  ],
  ...(
    [
      ['matches', false],
      ['mismatch', true],
      ['none', false],
      ['expired', 'unknown'],
    ] as const
  ).map(
    ([quoted, result]): Case => [
      'quotedContextMismatches',
      undefined,
      { 'context.quoted': { result: quoted } },
      result,
      '',
    ],
  ),
  [
    'quotedContextMismatches',
    undefined,
    { 'context.quoted': unknownFact },
    'unknown',
    '',
  ],
  ...(['matches', 'mismatch', 'none', 'expired'] as const).map(
    (result): Case => [
      'quotedContextExpired',
      undefined,
      { 'context.quoted': { result } },
      result === 'expired',
      '',
    ],
  ),
  [
    'quotedContextExpired',
    undefined,
    { 'context.quoted': unknownFact },
    'unknown',
    '',
  ],

  ['isNovel', undefined, {}, false, 'has asked'],
  ['isNovel', undefined, { 'history.novel': true }, true, 'first time'],
  [
    'isNovel',
    undefined,
    { 'history.novel': unknownFact },
    'unknown',
    'history.novel is unknown',
  ],

  ...(
    [
      [{ lastHour: 5 }, { lastHour: 4, lastDay: 90 }, true],
      [{ lastHour: 5 }, { lastHour: 5, lastDay: 90 }, false],
      [{ lastDay: 5 }, { lastHour: 0, lastDay: 4 }, true],
      [{ lastDay: 5 }, { lastHour: 0, lastDay: 5 }, false],
      [{ lastHour: 5, lastDay: 90 }, { lastHour: 4, lastDay: 90 }, false],
    ] as const
  ).map(
    ([bounds, mutations, result]): Case => [
      'mutationsWithin',
      bounds,
      { 'history.mutations': mutations },
      result,
      `${mutations.lastHour} changes within the last hour`,
    ],
  ),
  [
    'mutationsWithin',
    { lastHour: 5 },
    { 'history.mutations': unknownFact },
    'unknown',
    'how much the agent changed',
  ],
  [
    'mutationsWithin',
    { lastHour: 5 },
    { 'history.mutations': { lastHour: 9, lastDay: 2 } },
    'unknown',
    'not of the expected shape',
  ],

  ['duringIncident', undefined, {}, false, 'no incident is open'],
  [
    'duringIncident',
    undefined,
    { 'conditions.incident': incidentCondition([incident]) },
    true,
    'the incident “Card payments fail” (P1) is open on system:default/payments since 2026-11-20T09:40Z (source pager)',
  ],
  [
    'duringIncident',
    undefined,
    { 'conditions.incident': unknownFact },
    'unknown',
    'whether an incident is open',
  ],
  [
    'duringIncident',
    undefined,
    { 'conditions.incident': stale(incidentCondition([])) },
    'unknown',
    'conditions.incident is stale',
  ],

  ...(
    [
      ['healthy', true],
      ['degraded', true],
      ['unhealthy', false],
    ] as const
  ).map(
    ([status, result]): Case => [
      'targetHealthIs',
      { statuses: ['healthy', 'degraded'] },
      {
        'conditions.health': { status, source: 'probe', reportedAt: freeze.to },
      },
      result,
      `the target is ${status} (source probe, 2026-11-22T18:00Z)`,
    ],
  ),
  [
    'targetHealthIs',
    { statuses: ['healthy'] },
    { 'conditions.health': unknownFact },
    'unknown',
    'how the target is',
  ],
  [
    'targetHealthIs',
    { statuses: ['healthy'] },
    {
      'conditions.health': stale({
        status: 'healthy' as const,
        source: 'probe',
        reportedAt: freeze.to,
      }),
    },
    'unknown',
    'conditions.health is stale',
  ],

  ...(
    [
      [
        { mutations: 3 },
        { 'run.mutations': 2 },
        true,
        '3 changes with this one of at most 3',
      ],
      [{ mutations: 3 }, { 'run.mutations': 3 }, false, '4 changes'],
      [{ failures: 0 }, { 'run.failures': 0 }, true, '0 failures of at most 0'],
      [{ failures: 0 }, { 'run.failures': 1 }, false, '1 failure of'],
      [{ unknownOutcomes: 1 }, { 'run.unknownOutcomes': 1 }, true, ''],
      [{ unknownOutcomes: 1 }, { 'run.unknownOutcomes': 2 }, false, ''],
      [{ steps: 20 }, { 'run.step': 20 }, true, ''],
      [{ steps: 20 }, { 'run.step': 21 }, false, '21 steps of at most 20'],
      [
        { minutes: 30 },
        { 'run.startedAt': '2026-11-20T09:30:00Z' },
        true,
        '30 minutes of at most 30 minutes',
      ],
      [{ minutes: 30 }, { 'run.startedAt': '2026-11-20T09:29:59Z' }, false, ''],
      [
        { minutes: 30 },
        { 'run.startedAt': '2026-11-20T10:00:01Z' },
        'unknown',
        '',
      ],
      [{ minutes: 30 }, { 'run.startedAt': 'before' }, 'unknown', ''],
      [
        { steps: 20 },
        { 'run.step': none },
        'unknown',
        'run.step is known to be none',
      ],
      [
        { mutations: 3 },
        { 'run.id': none },
        'unknown',
        'run.id is known to be none',
      ],
      [{ mutations: 3 }, { 'run.mutations': unknownFact }, 'unknown', ''],
      // one bound that is broken decides; one that is not known leaves it open
      [
        { mutations: 3, failures: 0 },
        { 'run.mutations': 9, 'run.failures': unknownFact },
        false,
        '10 changes',
      ],
      [
        { mutations: 3, failures: 0 },
        { 'run.failures': unknownFact },
        'unknown',
        '',
      ],
    ] as const
  ).map(
    ([bounds, changes, result, because]): Case => [
      'runWithin',
      bounds,
      changes,
      result,
      because,
    ],
  ),

  [
    'hasDelegation',
    undefined,
    { 'subject.ref': 'user:default/ann' },
    false,
    'nobody delegated this',
  ],
  [
    'hasDelegation',
    undefined,
    {
      'subject.ref': 'user:default/ann',
      'subject.delegation': {
        id: 'x',
        actions: ['deployments:*'],
        until: '2026-11-22T18:00:00.000Z',
      },
    },
    true,
    'user:default/ann delegated this until 2026-11-22T18:00Z',
  ],
  [
    'hasDelegation',
    undefined,
    { 'subject.delegation': unknownFact },
    'unknown',
    'subject.delegation is unknown',
  ],

  [
    'requestedOnBehalfOfOwner',
    undefined,
    {},
    false,
    "the agent acts on nobody's behalf",
  ],
  ...(
    [
      [['group:default/payments'], true, 'belongs to the target'],
      [['group:default/other'], false, 'does not belong to the target'],
      [[], false, 'does not belong'],
      [unknownFact, 'unknown', 'subject.groups is unknown'],
    ] as const
  ).map(
    ([groups, result, because]): Case => [
      'requestedOnBehalfOfOwner',
      undefined,
      {
        'subject.ref': 'user:default/ann',
        'subject.groups': groups as FactChanges['subject.groups'],
      },
      result,
      because,
    ],
  ),
  [
    'requestedOnBehalfOfOwner',
    undefined,
    {
      'subject.ref': 'user:default/ann',
      'subject.groups': unknownFact,
      'target.owner': 'user:default/ann',
    },
    true,
    'who owns the target',
  ],
  [
    'requestedOnBehalfOfOwner',
    undefined,
    { 'subject.ref': unknownFact },
    'unknown',
    'subject.ref is unknown',
  ],
  [
    'requestedOnBehalfOfOwner',
    undefined,
    {
      'subject.ref': 'user:default/ann',
      'subject.groups': ['group:default/payments'],
      'target.owner': unknownFact,
    },
    'unknown',
    'target.owner is unknown',
  ],

  ...(
    [
      [{ kind: 'Component', 'spec.type': 'service' }, {}, true],
      [{ kind: 'component', 'spec.type': 'website' }, {}, false],
      [{ 'spec.type': { $in: ['website', 'service'] } }, {}, true],
      [{ $not: { 'spec.type': 'service' } }, {}, false],
      [
        { $any: [{ kind: 'api' }, { 'metadata.name': 'payments-api' }] },
        {},
        true,
      ],
      [{ 'spec.system': { $exists: false } }, { 'target.system': none }, true],
      [
        { 'spec.system': { $exists: false } },
        { 'target.system': unknownFact },
        'unknown',
      ],
      [
        { $not: { 'metadata.tags': { $contains: 'pci' } } },
        { 'target.tags': unknownFact },
        'unknown',
      ],
      [
        { 'metadata.tags': { $contains: 'pci' } },
        { 'target.tags': ['pci'] },
        true,
      ],
      [
        { kind: 'api', 'spec.type': 'x' },
        { 'target.type': unknownFact },
        false,
      ],
      [{}, {}, true],
    ] as const
  ).map(
    ([filter, changes, result]): Case => [
      'targetMatches',
      { filter },
      changes as FactChanges,
      result,
      '',
    ],
  ),

  ['actionQuotesContext', undefined, {}, true, 'asks for the context'],
  [
    'actionQuotesContext',
    undefined,
    { 'action.quotesContext': false },
    false,
    'asks for no quoted context',
  ],
  [
    'actionQuotesContext',
    undefined,
    { 'action.quotesContext': unknownFact },
    'unknown',
    '',
  ],
];

describe('policy rules', () => {
  it.each(cases)(
    'invariant 11: %s(%j) over %j is %s',
    (rule, params, changes, result, because) => {
      const facts = sampleFacts(changes);
      // a rule over claims is walked beside one that is none
      const [trace] = (
        walkCriteria(
          {
            allOf: [
              { resourceType: 'agent-action', rule, params },
              { resourceType: 'agent-action', rule: 'hasUndo' },
            ],
          },
          facts,
        ) as Extract<CriteriaTrace, { kind: 'allOf' | 'anyOf' }>
      ).children;
      expect(trace).toMatchObject({ kind: 'rule', rule, result });
      expect(trace).toHaveProperty('because', expect.stringContaining(because));
      expect(trace).toHaveProperty(
        'reads',
        expect.arrayContaining([expect.objectContaining({ source: 'test' })]),
      );
    },
  );

  it('has a case for every rule and every rule under its own name', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(
      new Set(Object.keys(policyRules)),
    );
    for (const [name, rule] of Object.entries(policyRules)) {
      expect(rule.name).toBe(name);
    }
  });

  it('lets no text from outside rewrite the sentence around it', () => {
    const facts = sampleFacts({
      'conditions.freeze': freezeCondition([
        { ...freeze, reason: `x\n\u202Eallowed: ${'y'.repeat(500)}` },
      ]),
    });
    const trace = walkCriteria(
      { resourceType: 'agent-action', rule: 'duringFreeze' },
      facts,
    );
    const { because } = trace as Extract<typeof trace, { kind: 'rule' }>;
    expect(because).toContain('“x\\u{a}\\u{202e}allowed: yyy');
    expect(because.length).toBeLessThan(350);
  });
});
