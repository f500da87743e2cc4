import { policyEntity } from '../__testUtils__/documents';
import { compilePolicy } from './compilePolicy';
import { LocateIn } from './parse/ProblemList';
import { parsePolicy } from './parsePolicy';
import { policyDigest } from './policyDigest';

const checkpoint = {
  anyOf: [{ allOf: [{ from: 'target-owner', count: 1 }] }],
  decideWithin: 'PT4H',
  executeWithin: 'PT30M',
};
const ask = (change: object) => ({
  rules: [
    {
      name: 'look',
      effect: 'require-approval',
      checkpoint: { ...checkpoint, ...change },
    },
  ],
});
const term = (change: object) =>
  ask({ anyOf: [{ allOf: [{ from: 'target-owner', count: 1, ...change }] }] });
const rule = (change: object) => ({
  rules: [{ name: 'r', effect: 'deny', ...change }],
});

describe('parsePolicy', () => {
  it('normalises what means the same', () => {
    const said = policyEntity(
      {
        owner: 'platform',
        appliesTo: {
          actions: ['tickets:close', 'deployments:*', 'tickets:close'],
          environments: ['production'],
          targets: { kind: 'component' },
        },
        rules: [
          {
            name: 'look',
            effect: 'require-approval',
            when: '!action.reversible',
            onUnknown: 'match',
            because: 'It cannot be undone.',
            checkpoint: {
              ...checkpoint,
              anyOf: [{ allOf: [{ from: 'Group:SRE', count: 2 }] }],
            },
          },
          { name: 'rest', effect: 'allow' },
        ],
      },
      { name: 'Changes', title: 'Changes in production' },
    );
    const parsed = parsePolicy({ ...said, relations: [], status: {} });
    expect(parsed).toEqual({
      ok: true,
      document: {
        schemaVersion: 1,
        ref: 'agentpolicy:default/changes',
        title: 'Changes in production',
        owner: 'group:default/platform',
        level: 'organization',
        mode: 'enforce',
        appliesTo: {
          actions: ['deployments:*', 'tickets:close'],
          targets: { kind: 'component' },
          environments: ['production'],
        },
        rules: [
          {
            name: 'look',
            effect: 'require-approval',
            when: '!action.reversible',
            onUnknown: 'match',
            because: 'It cannot be undone.',
            checkpoint: {
              ...checkpoint,
              anyOf: [{ allOf: [{ from: 'group:default/sre', count: 2 }] }],
            },
          },
          {
            name: 'rest',
            effect: 'allow',
            because: 'the rule rest says so',
          },
        ],
      },
    });
    expect(parsed.ok && policyDigest(parsed.document)).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });

  it.each<[string, object, object]>([
    ['no owner', { owner: undefined }, { field: 'owner' }],
    [
      'an owner that is no group',
      { owner: 'component:default/a' },
      { reason: expect.stringMatching(/kind component/) },
    ],
    [
      'an unknown level',
      { level: 'organisation' },
      { field: 'level', suggestion: 'organization' },
    ],
    [
      'the portal level',
      { level: 'portal' },
      {
        reason: expect.stringMatching(
          /TypeScript.*organization, environment, team, service/,
        ),
      },
    ],
    [
      'the agent level',
      { level: 'agent' },
      { reason: expect.stringMatching(/ceiling/) },
    ],
    ['no level', { level: undefined }, { field: 'level' }],
    ['an unknown mode', { mode: 'shaddow' }, { suggestion: 'shadow' }],
    ['a service without entity', { level: 'service' }, { field: 'entity' }],
    [
      'a team with entity',
      { level: 'team', entity: 'a' },
      {
        field: 'entity',
        reason: expect.stringMatching(/only goes with the level service/),
      },
    ],
    [
      'a field nobody knows',
      { apliesTo: {} },
      { field: 'apliesTo', suggestion: 'appliesTo' },
    ],
    [
      'agents to choose by',
      { appliesTo: { agents: { kind: 'Agent' } } },
      { field: 'appliesTo.agents', reason: expect.stringMatching(/guardrail/) },
    ],
    [
      'a scope nobody knows',
      { appliesTo: { action: ['a'] } },
      { field: 'appliesTo.action', suggestion: 'actions' },
    ],
    [
      'a * in the middle',
      { appliesTo: { actions: ['a*:b'] } },
      { field: 'appliesTo.actions[0]' },
    ],
    [
      'an empty list',
      { appliesTo: { environments: [] } },
      { field: 'appliesTo.environments' },
    ],
    [
      'too many actions',
      { appliesTo: { actions: Array(101).fill('a') } },
      { reason: expect.stringMatching(/at most 100/) },
    ],
    [
      'a target that cannot be chosen by',
      { appliesTo: { targets: { 'spec.tier': 1 } } },
      { field: 'appliesTo.targets.spec.tier' },
    ],
    ['no rules', { rules: [] }, { field: 'rules' }],
    ['rules that are no list', { rules: {} }, { field: 'rules' }],
    [
      'too many rules',
      {
        rules: Array.from({ length: 51 }, (_, i) => ({
          name: `r${i}`,
          effect: 'allow',
        })),
      },
      { reason: expect.stringMatching(/at most 50/) },
    ],
    ['a rule that is none', { rules: ['deny'] }, { field: 'rules[0]' }],
    [
      'a rule without name',
      { rules: [{ effect: 'deny' }] },
      { field: 'rules[0].name' },
    ],
    [
      'two rules of one name',
      {
        rules: [
          { name: 'a', effect: 'deny' },
          { name: 'a', effect: 'allow' },
        ],
      },
      { field: 'rules[1].name', reason: expect.stringMatching(/rules\[0\]/) },
    ],
    [
      'an unknown effect',
      rule({ effect: 'forbid' }),
      {
        field: 'rules[0].effect',
        reason: expect.stringMatching(/deny, require-approval, allow/),
      },
    ],
    ['a misspelt field', rule({ whem: 'true' }), { suggestion: 'when' }],
    ['an empty expression', rule({ when: ' ' }), { field: 'rules[0].when' }],
    [
      'an expression that is none',
      rule({ when: true }),
      { field: 'rules[0].when' },
    ],
    [
      'a deny that unknown loosens',
      rule({ onUnknown: 'no-match' }),
      {
        field: 'rules[0].onUnknown',
        reason: expect.stringMatching(/loosen/),
        suggestion: 'match',
      },
    ],
    [
      'a hold that unknown loosens',
      rule({ effect: 'require-approval', onUnknown: 'no-match' }),
      { suggestion: 'match' },
    ],
    [
      'an allow that unknown loosens',
      rule({ effect: 'allow', onUnknown: 'match' }),
      { suggestion: 'no-match' },
    ],
    [
      'a checkpoint on a deny',
      rule({ checkpoint }),
      {
        field: 'rules[0].checkpoint',
        reason: expect.stringMatching(/require-approval/),
      },
    ],
    [
      'a checkpoint of nobody',
      ask({ anyOf: [] }),
      { field: 'rules[0].checkpoint.anyOf' },
    ],
    [
      'an alternative of nobody',
      ask({ anyOf: [{ allOf: [] }] }),
      { field: 'rules[0].checkpoint.anyOf[0].allOf' },
    ],
    [
      'a person who is none',
      term({ from: 'component:default/a' }),
      { field: 'rules[0].checkpoint.anyOf[0].allOf[0].from' },
    ],
    [
      'a short ref',
      term({ from: 'sre' }),
      { reason: expect.stringMatching(/in full/) },
    ],
    [
      'a count of none',
      term({ count: 0 }),
      { field: 'rules[0].checkpoint.anyOf[0].allOf[0].count' },
    ],
    [
      'half a person',
      term({ count: 1.5 }),
      { reason: expect.stringMatching(/whole number/) },
    ],
    [
      'two of one person',
      term({ from: 'user:default/ann', count: 2 }),
      { reason: expect.stringMatching(/2 people of one person/) },
    ],
    [
      'no time',
      ask({ decideWithin: undefined }),
      { field: 'rules[0].checkpoint.decideWithin' },
    ],
    [
      'a time in words',
      ask({ decideWithin: '4 hours' }),
      { reason: expect.stringMatching(/ISO 8601/) },
    ],
    [
      'a month',
      ask({ executeWithin: 'P1M' }),
      { field: 'rules[0].checkpoint.executeWithin' },
    ],
    [
      'nothing of time',
      ask({ executeWithin: 'PT0S' }),
      { reason: expect.stringMatching(/longer than nothing/) },
    ],
    [
      'only a T',
      ask({ executeWithin: 'P1DT' }),
      { reason: expect.stringMatching(/ISO 8601/) },
    ],
    [
      'a time without end',
      ask({ decideWithin: 'P91D' }),
      { reason: expect.stringMatching(/at most 90 days/) },
    ],
  ])('refuses %s, and says where', (_, spec, problem) => {
    const parsed = parsePolicy(policyEntity(spec));
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problems).toContainEqual(
      expect.objectContaining({ reason: expect.any(String), ...problem }),
    );
  });

  it.each([undefined, null, 7, 'x', [], {}, { spec: null }])(
    'refuses %j and does not throw',
    entity => {
      expect(parsePolicy(entity)).toMatchObject({ ok: false });
    },
  );

  it('tells everything at once, with the line of each where that is known', () => {
    const parsed = parsePolicy(
      policyEntity({ level: 'portal', rules: [{ name: '-', effect: 'no' }] }),
      { locate: path => ({ line: path.length * 10, column: 3 }) },
    );
    expect(
      !parsed.ok && parsed.problems.map(({ field, line }) => [field, line]),
    ).toEqual([
      ['level', 20],
      ['rules[0].name', 40],
      ['rules[0].effect', 40],
    ]);
  });
});

describe('compilePolicy', () => {
  function compile(spec: object, locateIn?: LocateIn) {
    const parsed = parsePolicy(policyEntity(spec));
    if (!parsed.ok) {
      throw new Error(JSON.stringify(parsed.problems));
    }
    return compilePolicy(parsed.document, { locateIn });
  }

  it('says of every expression what is wrong where', () => {
    const rules = [
      { name: 'a', effect: 'deny', when: 'conditions.freze.active' },
      {
        name: 'b',
        effect: 'allow',
        when: 'context.floorMet &&\n  has(input.x)',
      },
    ];
    const locateIn: LocateIn = (path, offset) => ({
      line: 20 + Number(path[2]),
      column: offset,
    });
    expect(compile({ rules }, locateIn)).toMatchObject({
      ok: false,
      problems: [
        {
          field: 'rules[0].when',
          line: 20,
          column: 11,
          suggestion: expect.stringContaining('freeze'),
        },
        { field: 'rules[1].when', line: 21, column: 22 },
      ],
    });
  });

  it('refuses what could cost too much', () => {
    const all =
      "target.tags.exists(a, target.owners.exists(b, a == 'x' || b == 'y'))";
    const rules = Array.from({ length: 50 }, (_, index) => ({
      name: `r${index}`,
      effect: 'deny',
      when: "target.tags.exists(t, t == 'a') || target.tags.exists(t, t == 'b')",
    }));
    expect(compile({ rules })).toMatchObject({
      ok: false,
      problems: [
        { field: 'rules', reason: expect.stringMatching(/at most 100000/) },
      ],
    });
    expect(
      compile({ rules: [{ name: 'r', effect: 'deny', when: all }] }),
    ).toMatchObject({ ok: false });
  });

  it.each<[string, object, string[]]>([
    [
      'a guardrail over target tags',
      {
        appliesTo: { targets: { 'metadata.tags': { $contains: 'a' } } },
        rules: [{ name: 'r', effect: 'deny' }],
      },
      ['appliesTo.targets'],
    ],
    [
      'an allow over target tags',
      { appliesTo: { targets: { 'metadata.tags': { $contains: 'a' } } } },
      [],
    ],
    [
      'a guardrail over what the agent says of itself',
      rule({ when: 'run.mutations > 3' }),
      ['rules[0].when'],
    ],
    [
      'a guardrail over tags of the agent',
      rule({ when: "agent.tags.exists(t, t == 'wild')" }),
      ['rules[0].when'],
    ],
    ['a guardrail over what runs', rule({ when: 'input.size > 3' }), []],
    [
      'a guardrail over the state of the world',
      rule({ when: 'conditions.freeze.active' }),
      [],
    ],
    [
      'an allow over what the agent says of itself',
      { rules: [{ name: 'r', effect: 'allow', when: 'run.mutations < 3' }] },
      [],
    ],
  ])('flags %s as it should', (_, spec, fields) => {
    const compiled = compile(spec);
    expect(
      compiled.ok && compiled.policy.warnings.map(({ field }) => field),
    ).toEqual(fields);
  });
});

describe('fixtures in the entity', () => {
  it('are no part of the policy, whatever they hold', () => {
    const [bare, tried] = [{}, { fixtures: { schemaVersion: 7, nonsense: [] } }]
      .map(spec => parsePolicy(policyEntity(spec)))
      .map(parsed => parsed.ok && policyDigest(parsed.document));
    expect(tried).toEqual(expect.stringMatching(/^[0-9a-f]{64}$/));
    expect(tried).toBe(bare);
  });
});
