import { sampleFacts, FactChanges, unknownFact } from '../../testUtils';
import {
  Decision,
  freezeCondition,
  LevelResult,
  PolicyLevel,
} from '../../model';
import {
  load,
  loadAll,
  policyDocument,
  withPolicies,
} from '../__testUtils__/documents';
import { decide } from '../decide';
import { HeldScope, LoadedPolicy } from '../documents';
import { PolicySet } from '../PolicySet';

const ALLOW = { name: 'yes', effect: 'allow' };
const ASK = { name: 'look', effect: 'require-approval' };
const DENY = { name: 'no', effect: 'deny' };
/** A yes from elsewhere, so that only what is tested decides. */
const GRANT = { rules: [ALLOW] };

function decideWith(
  policies: LoadedPolicy[],
  changes: FactChanges = {},
  settings: Partial<PolicySet> = {},
  held: HeldScope[] = [],
): Decision {
  const { set, index } = withPolicies(policies, settings, held);
  return decide(set, sampleFacts(changes), index) as Decision;
}

const outcome = ({ verdict, reason }: Decision) => `${verdict} ${reason}`;
const levelIn = ({ levels }: Decision, name: PolicyLevel) =>
  levels.find(({ level }) => level === name);

/** Who may speak about what: each level where it has authority, where it has none, and where that is not known. */
const AUTHORITY: Array<
  [
    who: string,
    spec: object,
    changes: FactChanges,
    authority: 'yes' | 'no' | 'unknown',
  ]
> = [
  ['organization, over anything', { level: 'organization' }, {}, 'yes'],
  [
    'organization, with nothing known of the target',
    { level: 'organization' },
    { 'target.owners': unknownFact, 'target.ref': unknownFact },
    'yes',
  ],
  [
    'environment, in one of its owner',
    { level: 'environment', owner: 'group:default/platform' },
    {},
    'yes',
  ],
  [
    'environment, in one of another owner',
    { level: 'environment', owner: 'group:default/sre' },
    {},
    'no',
  ],
  [
    'environment, whose owner is not known',
    { level: 'environment', owner: 'group:default/platform' },
    { 'environment.owner': unknownFact },
    'unknown',
  ],
  [
    'team, that owns the target',
    { level: 'team', owner: 'group:default/payments' },
    {},
    'yes',
  ],
  [
    'team, above the one that owns the target',
    { level: 'team', owner: 'group:default/money' },
    {},
    'yes',
  ],
  [
    'team, beside the one that owns the target',
    { level: 'team', owner: 'group:default/sre' },
    {},
    'no',
  ],
  [
    'team, of a target whose owners are not known',
    { level: 'team', owner: 'group:default/payments' },
    { 'target.owners': unknownFact },
    'unknown',
  ],
  [
    'service, by the owner of its entity',
    {
      level: 'service',
      owner: 'group:default/payments',
      entity: 'component:default/payments-api',
    },
    {},
    'yes',
  ],
  [
    'service, by another owner',
    {
      level: 'service',
      owner: 'group:default/money',
      entity: 'component:default/payments-api',
    },
    {},
    'no',
  ],
  [
    'service, about another entity',
    {
      level: 'service',
      owner: 'group:default/payments',
      entity: 'component:default/ledger',
    },
    {},
    'no',
  ],
  [
    'service, about another entity, whatever is not known of the owner',
    {
      level: 'service',
      owner: 'group:default/payments',
      entity: 'component:default/ledger',
    },
    { 'target.owner': unknownFact },
    'no',
  ],
  [
    'service, about a target whose owner is not known',
    {
      level: 'service',
      owner: 'group:default/payments',
      entity: 'component:default/payments-api',
    },
    { 'target.owner': unknownFact },
    'unknown',
  ],
];

describe('the authority of each level', () => {
  it.each(AUTHORITY)('invariant 3: %s', (_, spec, changes, authority) => {
    const level = (spec as { level: PolicyLevel }).level;
    const denied = decideWith(
      loadAll({ ...spec, rules: [DENY] }, GRANT),
      changes,
    );
    const granted = decideWith(loadAll({ ...spec, rules: [ALLOW] }), changes);
    const asked = decideWith(
      loadAll({ ...spec, rules: [ASK] }, GRANT),
      changes,
    );
    expect({
      deny: outcome(denied),
      ask: asked.verdict,
      grants: levelIn(granted, level)?.granted ?? false,
    }).toEqual(
      {
        yes: { deny: 'deny denied', ask: 'hold', grants: true },
        no: { deny: 'allow granted', ask: 'allow', grants: false },
        unknown: {
          deny: 'deny could-not-evaluate',
          // nobody can be asked where it is not known who owns the target
          ask: 'target.owner' in changes ? 'deny' : 'hold',
          grants: false,
        },
      }[authority],
    );
  });

  it('invariant 2: a yes of the environment alone is none, beside another it is one', () => {
    const environment = { level: 'environment', rules: [ALLOW] };
    expect(outcome(decideWith(loadAll(environment)))).toBe('deny not-granted');
    expect(outcome(decideWith(loadAll(environment, GRANT)))).toBe(
      'allow granted',
    );
  });
});

const WHEN = 'conditions.freeze.active';
const known = (active: boolean) =>
  freezeCondition(
    active
      ? [
          {
            id: 'f',
            reason: 'release-week',
            owner: 'group:default/sre',
            from: '2026-11-20T00:00:00Z',
            to: '2026-11-22T18:00:00Z',
            scope: 'everything',
          },
        ]
      : [],
  );

describe('a rule, by its effect and what its expression comes to', () => {
  it.each<[effect: string, onUnknown: string | undefined, expected: string[]]>([
    // true, false, unknown
    [
      'deny',
      undefined,
      ['deny denied', 'allow granted', 'deny could-not-evaluate'],
    ],
    [
      'deny',
      'match',
      ['deny denied', 'allow granted', 'deny could-not-evaluate'],
    ],
    [
      'require-approval',
      undefined,
      ['hold granted', 'allow granted', 'hold granted'],
    ],
    [
      'require-approval',
      'match',
      ['hold granted', 'allow granted', 'hold granted'],
    ],
    ['allow', undefined, ['allow granted', 'allow granted', 'allow granted']],
    ['allow', 'no-match', ['allow granted', 'allow granted', 'allow granted']],
  ])(
    'invariant 11: %s, onUnknown %s, beside a yes',
    (effect, onUnknown, expected) => {
      const policies = loadAll(
        {
          rules: [
            { name: 'r', effect, when: WHEN, ...(onUnknown && { onUnknown }) },
          ],
        },
        GRANT,
      );
      expect(
        [known(true), known(false), unknownFact].map(freeze =>
          outcome(decideWith(policies, { 'conditions.freeze': freeze })),
        ),
      ).toEqual(expected);
    },
  );

  it.each<[effect: string, expected: string[]]>([
    ['deny', ['deny denied', 'deny not-granted', 'deny could-not-evaluate']],
    [
      'require-approval',
      ['hold granted', 'deny not-granted', 'deny could-not-evaluate'],
    ],
    ['allow', ['allow granted', 'deny not-granted', 'deny could-not-evaluate']],
  ])(
    'invariant 11: %s alone: what is not known is no yes',
    (effect, expected) => {
      const policies = loadAll({ rules: [{ name: 'r', effect, when: WHEN }] });
      expect(
        [known(true), known(false), unknownFact].map(freeze =>
          outcome(decideWith(policies, { 'conditions.freeze': freeze })),
        ),
      ).toEqual(expected);
    },
  );

  it('says what was found and what it was for want of, also of rules that did not match', () => {
    const policies = loadAll({
      rules: [
        {
          name: 'frozen',
          effect: 'deny',
          when: WHEN,
          because: 'Production is frozen.',
        },
        {
          name: 'divides',
          effect: 'deny',
          when: '1 / history.mutations.lastHour > 2',
        },
        { ...ALLOW, because: 'Routine.' },
      ],
    });
    const rulesOf = (decision: Decision) =>
      levelIn(decision, 'organization')!.policies[0].rules.map(
        ({ name, matched, because, reads }) => [
          name,
          matched,
          because,
          reads.map(({ path }) => path),
        ],
      );
    expect(rulesOf(decideWith(policies))).toEqual([
      [
        'divides',
        'unknown',
        expect.stringMatching(
          /^it is not known whether the rule divides of policy-0 applies: .*zero/,
        ),
        ['history.mutations'],
      ],
      [
        'frozen',
        false,
        'not the case: Production is frozen',
        ['conditions.freeze'],
      ],
      ['yes', true, 'Routine', []],
    ]);
    expect(
      decideWith(policies, { 'conditions.freeze': known(true) }).because,
    ).toBe('Denied: Production is frozen (policy-0, group:default/platform).');
    expect(
      decideWith(policies, {
        'conditions.freeze': unknownFact,
        'history.mutations': { lastHour: 1, lastDay: 1 },
      }).because,
    ).toBe(
      'Could not evaluate: it is not known whether the rule frozen of policy-0 applies: conditions.freeze is unknown (no answer).',
    );
  });
});

describe('several rules, policies and levels', () => {
  it('invariant 3: the most restrictive wins, within a level and across levels', () => {
    expect(outcome(decideWith(loadAll({ rules: [ALLOW, ASK] })))).toBe(
      'hold granted',
    );
    expect(outcome(decideWith(loadAll({ rules: [ALLOW, ASK, DENY] })))).toBe(
      'deny denied',
    );
    expect(
      outcome(decideWith(loadAll({ rules: [ALLOW] }, { rules: [ASK] }))),
    ).toBe('hold granted');
    expect(
      outcome(
        decideWith(
          loadAll(
            { rules: [ALLOW] },
            { level: 'team', owner: 'group:default/money', rules: [DENY] },
          ),
        ),
      ),
    ).toBe('deny denied');
  });

  it('asks each required level for a yes of its own, and says if that is only not known', () => {
    const team = (when?: string) => ({
      level: 'team',
      owner: 'group:default/money',
      rules: [{ ...ALLOW, ...(when && { when }) }],
    });
    const required: Partial<PolicySet> = {
      requiredLevels: ['organization', 'team'],
    };
    const decideFor = (specs: object[], changes: FactChanges = {}) =>
      outcome(decideWith(loadAll(...specs), changes, required));
    expect(decideFor([GRANT])).toBe('deny not-granted');
    expect(decideFor([GRANT, team()])).toBe('allow granted');
    expect(
      decideFor([GRANT, team(WHEN)], { 'conditions.freeze': unknownFact }),
    ).toBe('deny could-not-evaluate');
    expect(
      decideFor([GRANT], {
        'action.mutates': false,
        'action.effectClass': 'read',
      }),
    ).toBe('allow granted');
  });

  it('leaves out levels with nothing to say, and keeps the order from the widest to the narrowest', () => {
    const decision = decideWith(
      loadAll(
        {
          level: 'service',
          owner: 'group:default/payments',
          entity: 'component:default/payments-api',
        },
        { level: 'team', owner: 'group:default/money' },
        { level: 'team', owner: 'group:default/sre' },
        GRANT,
      ),
    );
    expect(decision.levels.map(({ level }) => level)).toEqual([
      'stops',
      'portal',
      'organization',
      'team',
      'service',
      'agent',
    ]);
  });
});

describe('the standing of a policy', () => {
  const all = policyDocument({
    rules: [ALLOW, { ...ASK, when: '!action.reversible' }],
  });

  it.each<[LoadedPolicy['standing'], string, string]>([
    ['current', 'allow granted', 'hold granted'],
    ['last-good', 'allow granted', 'hold granted'],
    ['vanished', 'deny not-granted', 'hold granted'],
  ])('invariant 2: %s', (standing, routine, irreversible) => {
    const policies = [load(all, standing)];
    const decision = decideWith(policies);
    expect(outcome(decision)).toBe(routine);
    expect(levelIn(decision, 'organization')?.policies[0]).toMatchObject({
      id: 'agentpolicy:default/policy',
      owner: 'group:default/platform',
      digest: policies[0].digest,
      standing,
    });
    expect(outcome(decideWith(policies, { 'action.reversible': false }))).toBe(
      irreversible,
    );
  });

  const broken: HeldScope = {
    ref: 'agentpolicy:default/broken',
    title: 'Broken',
    owner: 'group:default/money',
    level: 'team',
    appliesTo: { actions: ['deployments:*'] },
    because: 'spec.rules must be a list',
  };

  it.each<[string, FactChanges, string]>([
    ['holds whatever changes something', {}, 'hold granted'],
    [
      'lets reads pass',
      { 'action.mutates': false, 'action.effectClass': 'read' },
      'allow granted',
    ],
    [
      'leaves other actions alone',
      { 'action.id': 'tickets:close' },
      'allow granted',
    ],
    [
      'leaves targets of others alone',
      { 'target.owners': ['group:default/sre'] },
      'allow granted',
    ],
    [
      'holds where its authority is not known',
      { 'target.owners': unknownFact },
      'hold granted',
    ],
  ])('invariant 2: no good text: %s', (_, changes, expected) => {
    expect(outcome(decideWith(loadAll(GRANT), changes, {}, [broken]))).toBe(
      expected,
    );
  });

  it('invariant 2: no good text grants nothing, and says what is wrong', () => {
    const decision = decideWith([], {}, {}, [broken]);
    expect(outcome(decision)).toBe('deny not-granted');
    expect(levelIn(decision, 'team')).toMatchObject({
      granted: false,
      effect: 'require-approval',
      policies: [{ id: broken.ref, standing: 'no-good-text' }],
    } satisfies Partial<Record<keyof LevelResult, unknown>>);
    expect(decideWith(loadAll(GRANT), {}, {}, [broken]).because).toBe(
      'Held for approval: the policy Broken cannot be read: spec.rules must be a list, so that whatever changes something waits for a person.',
    );
  });
});

describe('what the target’s entity says about agents', () => {
  const says = (
    rule: 'forbidden' | 'supervised' | 'allowed',
    trusted = false,
  ) => ({
    'target.agents': { rule, trusted },
  });
  const read: FactChanges = {
    'action.mutates': false,
    'action.effectClass': 'read',
  };

  it.each<[string, FactChanges, alone: string, besideYes: string]>([
    ['nothing', {}, 'deny not-granted', 'allow granted'],
    ['forbidden', says('forbidden'), 'deny denied', 'deny denied'],
    ['supervised', says('supervised'), 'hold granted', 'hold granted'],
    [
      'supervised, of a read',
      { ...says('supervised'), ...read },
      'deny not-granted',
      'allow granted',
    ],
    ['allowed, anywhere', says('allowed'), 'deny not-granted', 'allow granted'],
    [
      'allowed, in a trusted place',
      says('allowed', true),
      'allow granted',
      'allow granted',
    ],
    [
      'what nobody understands',
      { 'target.agents': unknownFact },
      'deny could-not-evaluate',
      'deny could-not-evaluate',
    ],
    [
      'something of another shape',
      { 'target.agents': { rule: 'welcome', trusted: true } as never },
      'deny could-not-evaluate',
      'deny could-not-evaluate',
    ],
  ])('invariant 2: %s', (_, changes, alone, besideYes) => {
    expect(outcome(decideWith([], changes))).toBe(alone);
    expect(outcome(decideWith(loadAll(GRANT), changes))).toBe(besideYes);
  });
});

describe('checkpoints', () => {
  const checkpoint = (from: string, count = 1) => ({
    anyOf: [{ allOf: [{ from, count }] }],
    decideWithin: 'PT1H',
    executeWithin: 'PT10M',
  });
  const ask = (from?: string) => ({
    rules: [{ ...ASK, ...(from && { checkpoint: checkpoint(from) }) }],
  });
  const idsOf = ({ checkpoints }: Decision) => checkpoints.map(({ id }) => id);

  it('asks of everyone whom a rule names, and the default for whatever names nobody', () => {
    expect(idsOf(decideWith(loadAll(ask('group:default/sre'))))).toEqual([
      'agentpolicy:default/policy-0/look',
    ]);
    expect(
      idsOf(decideWith(loadAll(ask('group:default/sre'), ask('target-owner')))),
    ).toEqual([
      'agentpolicy:default/policy-0/look',
      'agentpolicy:default/policy-1/look',
    ]);
    expect(idsOf(decideWith(loadAll(ask('group:default/sre'), ask())))).toEqual(
      ['default', 'agentpolicy:default/policy-0/look'],
    );
    expect(
      idsOf(
        decideWith(loadAll(ask('group:default/sre')), {
          'agent.autonomy': 'supervised',
        }),
      ),
    ).toEqual(['default', 'agentpolicy:default/policy-0/look']);
  });

  it('says who each stands for, by policy and rule', () => {
    expect(decideWith(loadAll(ask('target-owner'))).checkpoints).toEqual([
      {
        id: 'agentpolicy:default/policy-0/look',
        policy: 'agentpolicy:default/policy-0',
        rule: 'look',
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
        decideWithin: 'PT1H',
        executeWithin: 'PT10M',
      },
    ]);
  });

  it('invariant 2: holds for nobody whom nobody can name', () => {
    const unowned = { 'target.owner': unknownFact };
    expect(outcome(decideWith(loadAll(ask('target-owner')), unowned))).toBe(
      'deny could-not-evaluate',
    );
    expect(
      outcome(decideWith(loadAll(ask('group:default/sre'), ask()), unowned)),
    ).toBe('deny could-not-evaluate');
    expect(
      outcome(decideWith(loadAll(ask('group:default/sre')), unowned)),
    ).toBe('hold granted');
  });

  it('leaves out only the alternative that nobody can name', () => {
    const either = {
      ...checkpoint('target-owner'),
      anyOf: [
        { allOf: [{ from: 'target-owner', count: 1 }] },
        { allOf: [{ from: 'group:default/sre', count: 2 }] },
      ],
    };
    const { checkpoints } = decideWith(
      loadAll({ rules: [{ ...ASK, checkpoint: either }] }),
      { 'target.owner': unknownFact },
    );
    expect(checkpoints[0].anyOf).toEqual([
      {
        allOf: [
          {
            from: 'group:default/sre',
            resolved: ['group:default/sre'],
            count: 2,
          },
        ],
      },
    ]);
  });
});

describe('bounds', () => {
  const many = (count: number, spec: object) =>
    Array.from({ length: count }, (_, index) =>
      load(policyDocument(spec, `p-${index}`)),
    );

  it('invariant 2: decides nothing where more would apply than anybody could follow', () => {
    expect(outcome(decideWith(many(250, GRANT)))).toBe('allow granted');
    const decision = decideWith(many(251, GRANT));
    expect(outcome(decision)).toBe('deny could-not-evaluate');
    expect(decision.because).toMatch(/more than 250 policies/);
  });

  it('invariant 2: nor where it would take too many steps', () => {
    const costly = {
      rules: Array.from({ length: 8 }, (_, index) => ({
        name: `r-${index}`,
        effect: 'allow',
        when: "target.tags.exists(t, t == 'a') || target.tags.exists(t, t == 'b')",
      })),
    };
    expect(outcome(decideWith(many(20, costly)))).toBe(
      'deny could-not-evaluate',
    );
  });

  it('tells of so many that are only tried out, and never fails for them', () => {
    const decision = decideWith([
      ...many(300, { mode: 'shadow', rules: [DENY] }),
      load(policyDocument(GRANT, 'yes')),
    ]);
    expect(outcome(decision)).toBe('allow granted');
    expect(decision.shadow).toHaveLength(20);
    expect(decision.shadow[0]).toMatchObject({
      effect: 'deny',
      verdict: 'deny',
    });
  });
});

it('invariant 9: decides nothing with other policies than the set names', () => {
  const { set } = withPolicies(loadAll(GRANT));
  const { index } = withPolicies(loadAll(GRANT, GRANT));
  expect(decide(set, sampleFacts(), index)).toMatchObject({
    verdict: 'deny',
    reason: 'could-not-evaluate',
    because: expect.stringContaining('not those that the policy set names'),
  });
});
