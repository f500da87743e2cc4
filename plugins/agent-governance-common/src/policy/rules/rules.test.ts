import { Ternary, freezeCondition } from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import { walkCriteria } from '../criteria';
import { policyRules } from './policyRules';

type Params = Record<string, string | number | boolean | string[]>;
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
      const trace = walkCriteria(
        { resourceType: 'agent-action', rule, params },
        facts,
      );
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
