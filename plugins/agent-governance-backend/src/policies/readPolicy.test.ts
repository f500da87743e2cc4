import { JsonObject } from '@backstage/types';
import { AgentPolicyEntity } from '@agentgov/backstage-plugin-agent-governance-common';
import { policyEntity, TRUSTED } from './__testUtils__/policyEntity';
import { FoundPolicy } from './PolicyReading';
import { readPolicy, ReadingContext } from './readPolicy';
import { understandPolicy } from './understandPolicy';

const context: ReadingContext = {
  trust: [
    { originLocation: TRUSTED, kinds: ['AgentPolicy'] },
    {
      originLocation: 'url:https://git.example.com/teams/*',
      kinds: ['AgentPolicy'],
      levels: ['team', 'service'],
    },
  ],
  policyAdmins: ['group:default/platform'],
  environments: [
    {
      name: 'production',
      owner: 'group:default/sre',
      rank: 1,
      production: true,
    },
  ],
  entityOwners: new Map([['component:default/api', 'group:default/payments']]),
  understand: entity => understandPolicy(entity, context.environments),
};
const TEAMS = 'url:https://git.example.com/teams/payments.yaml';

const rule = (changes: JsonObject) => ({
  rules: [{ name: 'r', effect: 'deny', because: 'No.', ...changes }],
});

function read(
  spec: JsonObject,
  metadata?: Parameters<typeof policyEntity>[2],
): FoundPolicy {
  return readPolicy(
    policyEntity('p', spec, metadata) as AgentPolicyEntity,
    context,
  );
}

describe('readPolicy', () => {
  it.each<[string, JsonObject]>([
    ['the organization', {}],
    ['an environment', { level: 'environment', owner: 'sre' }],
    ['a team', { level: 'team', owner: 'payments' }],
    ['an entity', { level: 'service', owner: 'payments', entity: 'api' }],
  ])('takes a policy for %s whose owner may speak for it', (_, spec) => {
    expect(read(spec)).toMatchObject({
      kind: 'good',
      problems: [],
      text: { kind: 'policy', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it.each<[string, JsonObject, string]>([
    [
      'an organization policy of a team',
      { owner: 'payments' },
      'group:default/payments is not among agentGovernance.policyAdmins',
    ],
    [
      'an environment policy of who owns none',
      { level: 'environment', owner: 'payments' },
      'owns none of the configured environments',
    ],
    [
      'a team policy of a person',
      { level: 'team', owner: 'user:default/ann' },
      'user:default/ann is not a group',
    ],
    [
      'a service policy of another owner',
      { level: 'service', owner: 'sre', entity: 'api' },
      'group:default/sre does not own component:default/api: group:default/payments does',
    ],
    [
      'a service policy about nothing',
      { level: 'service', owner: 'sre', entity: 'nothing' },
      'the catalog knows no owner of component:default/nothing',
    ],
  ])('lets %s count for nothing, and says why', (_, spec, because) => {
    expect(read(spec)).toMatchObject({
      kind: 'out-of-authority',
      because: expect.stringContaining(because),
    });
  });

  it.each<[string, JsonObject, string, string]>([
    [
      'an unknown level',
      { level: 'galaxy' },
      'level',
      'allowed: organization, environment, team, service',
    ],
    ['no rules', { rules: [] }, 'rules', ''],
    ['an unknown mode', { mode: 'loud' }, 'mode', 'enforce, shadow'],
    ['a field nobody knows', { rule: [] }, 'rule', ''],
    [
      'two rules of one name',
      {
        rules: [
          { name: 'a', effect: 'deny', because: 'No.' },
          { name: 'a', effect: 'allow', because: 'Yes.' },
        ],
      },
      'rules[1].name',
      'rules[0]',
    ],
    [
      'an onUnknown that loosens',
      rule({ when: 'conditions.freeze.active', onUnknown: 'no-match' }),
      'rules[0].onUnknown',
      'match',
    ],
    [
      'an unknown fact',
      rule({ when: 'conditions.freze.active' }),
      'rules[0].when',
      'conditions.freze',
    ],
    [
      'an expression that is none',
      rule({ when: 'conditions.freeze.active &&' }),
      'rules[0].when',
      '',
    ],
    [
      'an expression that is no question',
      rule({ when: 'action.id' }),
      'rules[0].when',
      'not as true or false',
    ],
    [
      'a loop over loops',
      rule({
        when: 'target.tags.exists(a, target.tags.exists(b, target.tags.exists(c, target.tags.exists(d, a == d))))',
      }),
      'rules[0].when',
      '',
    ],
    [
      'an invalid duration',
      rule({
        effect: 'require-approval',
        checkpoint: {
          anyOf: [{ allOf: [{ from: 'target-owner', count: 1 }] }],
          decideWithin: 'four hours',
          executeWithin: 'PT30M',
        },
      }),
      'rules[0].checkpoint.decideWithin',
      '',
    ],
    [
      'an environment that does not exist',
      { appliesTo: { environments: ['prodution'] } },
      'appliesTo.environments',
      '“prodution” is not a configured environment; those are production',
    ],
  ])(
    'finds %s, names the field and what is allowed, and holds its scope',
    (_, spec, field, reason) => {
      const reading = read(spec);
      expect(reading).toMatchObject({
        kind: 'broken',
        heldScope: { level: 'organization', owner: 'group:default/platform' },
      });
      expect(reading.problems).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            field,
            reason: expect.stringContaining(reason),
          }),
        ]),
      );
    },
  );

  it('keeps of a broken policy’s scope what can be read, cut to the widest its owner may speak at', () => {
    expect(
      read({
        level: 'planet',
        owner: 'sre',
        appliesTo: {
          actions: ['deployments:*'],
          targets: { 'spec.typ': 'service' },
          environments: 'production',
        },
      }),
    ).toMatchObject({
      kind: 'broken',
      heldScope: {
        level: 'environment',
        appliesTo: { actions: ['deployments:*'] },
      },
    });
  });

  it('holds nothing for a broken policy in shadow, nor for one whose owner has no say', () => {
    expect(read({ mode: 'shadow', rules: [] })).toEqual(
      expect.not.objectContaining({ heldScope: expect.anything() }),
    );
    expect(read({ owner: 'user:default/ann', rules: [] })).toMatchObject({
      kind: 'out-of-authority',
    });
  });

  it.each<[string, JsonObject, string, string]>([
    [
      'from elsewhere',
      {},
      'url:https://evil.example.com/p.yaml',
      'no entry of agentGovernance.trust names its origin',
    ],
    [
      'of a level that its place is not trusted with',
      {},
      TEAMS,
      'speak only at these levels: team, service; it is of the organization level',
    ],
  ])('does not trust a policy %s', (_, spec, origin, because) => {
    expect(read(spec, { origin })).toMatchObject({
      kind: 'untrusted',
      because: expect.stringContaining(because),
    });
  });

  it('does not let a broken policy hold more than its place is trusted with', () => {
    expect(read({ level: 'x' }, { origin: TEAMS })).toMatchObject({
      kind: 'broken',
      heldScope: { level: 'team' },
    });
  });

  it('says so when the catalog shows an older version than its author wrote', () => {
    const entity = {
      ...policyEntity('p'),
      status: {
        items: [
          {
            type: 'backstage.io/catalog-processing',
            level: 'error',
            message: 'spec.owner is required',
          },
        ],
      },
    };
    expect(
      readPolicy(entity as unknown as AgentPolicyEntity, context),
    ).toMatchObject({
      kind: 'broken',
      text: { kind: 'policy' },
      problems: [
        {
          field: 'catalog',
          reason: expect.stringContaining('spec.owner is required'),
        },
      ],
    });
  });

  it('takes what cannot be recorded for broken, not for an accident', () => {
    const reading = read(rule({ because: 'half a character \ud83d' }));
    expect(reading.kind).toBe('broken');
    expect(reading.source).toBeUndefined();
  });

  it('cannot be made to store more than fits by whom it does not trust', () => {
    const reading = readPolicy(
      policyEntity(
        'p',
        { owner: `group:default/${'x'.repeat(250)}` },
        { origin: 'url:https://evil.example.com/p.yaml' },
      ) as AgentPolicyEntity,
      context,
    );
    expect(reading).toMatchObject({ kind: 'untrusted', owner: undefined });
    expect(reading.source).toBeUndefined();
  });
});
