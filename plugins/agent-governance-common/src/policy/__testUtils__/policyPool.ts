import fc from 'fast-check';
import { HeldScope, LoadedPolicy, PolicyDocument } from '../documents';
import { load, policyDocument } from './documents';

/** A policy, and others that differ from it in one way; all of them read and compiled by the engine itself. */
export interface PooledPolicy {
  base: LoadedPolicy;
  /** With one more `deny` or `require-approval`. */
  guarded: LoadedPolicy;
  /** Without one of its `allow` rules, if it has any. */
  withoutAllow: LoadedPolicy;
  /** With its rules in the opposite order. */
  turned: LoadedPolicy;
  /** In the other mode. */
  otherMode: LoadedPolicy;
}

/** Test: of which policies are made. */
export const EXPRESSIONS = [
  undefined,
  undefined,
  'conditions.freeze.active',
  '!action.reversible',
  'context.floorMet && history.mutations.lastHour < 10',
  'environment.production || topology.distance > 1',
  'input.size > 5',
  "target.type == 'service'",
  "target.tags.exists(t, t == 'critical')",
  '10 / history.mutations.lastHour > 1',
  "!(conditions.freeze.active && environment.name == 'prod')",
];

export const SCOPES = [
  {},
  {},
  { environments: ['prod'] },
  { environments: ['prod', 'staging'] },
  { environments: ['staging', 'test'] },
  { environments: ['qa', 'dev'] },
  { environments: ['qa', 'dev', 'lab'], actions: ['x:*', 'y:*'] },
  { actions: ['a:*'] },
  { actions: ['a:b', 'd'] },
  { actions: ['*'] },
  { targets: { kind: 'Component' } },
  { targets: { kind: 'resource', 'spec.type': 'website' } },
  { targets: { 'spec.system': 'system:default/s' }, actions: ['a:b'] },
  { targets: { $not: { 'metadata.tags': { $contains: 'critical' } } } },
  {
    targets: {
      $any: [{ 'spec.type': 'service' }, { 'metadata.labels.zone': 'pci' }],
    },
  },
  {
    targets: { 'spec.owner': { $in: ['group:default/a', 'group:default/q'] } },
  },
  { targets: { 'spec.system': { $exists: false } }, environments: ['prod'] },
];

export const SPEAKERS = [
  { level: 'organization', owner: 'group:default/platform' },
  { level: 'organization', owner: 'group:default/platform' },
  { level: 'environment', owner: 'group:default/root' },
  { level: 'environment', owner: 'group:default/b' },
  { level: 'team', owner: 'group:default/a' },
  { level: 'team', owner: 'group:default/root' },
  { level: 'team', owner: 'group:default/b' },
  {
    level: 'service',
    owner: 'group:default/a',
    entity: 'component:default/x',
  },
  {
    level: 'service',
    owner: 'group:default/b',
    entity: 'resource:default/y',
  },
];

export const CHECKPOINTS = [
  undefined,
  undefined,
  { anyOf: [{ allOf: [{ from: 'target-owner', count: 2 }] }] },
  {
    anyOf: [
      { allOf: [{ from: 'group:default/sre', count: 1 }] },
      {
        allOf: [
          { from: 'target-owner', count: 1 },
          { from: 'user:default/ann', count: 1 },
        ],
      },
    ],
  },
];

const rule = fc.record({
  effect: fc.constantFrom('deny', 'require-approval', 'allow', 'allow'),
  when: fc.constantFrom(...EXPRESSIONS),
  checkpoint: fc.constantFrom(...CHECKPOINTS),
});
type Rule = { effect: string; when?: string; checkpoint?: object };

const specs = fc.record({
  speaker: fc.constantFrom(...SPEAKERS),
  appliesTo: fc.constantFrom(...SCOPES),
  rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
  guard: rule.filter(({ effect }) => effect !== 'allow'),
  shadow: fc.nat(4).map(nth => nth === 0),
  standing: fc.constantFrom(
    'current' as const,
    'current' as const,
    'last-good' as const,
    'vanished' as const,
  ),
});

/** A policy has at least one rule; this one never has a say. */
const NOTHING = { name: 'nothing', effect: 'allow', when: 'false' };

/** So many policies to draw from; drawn anew in every run, by the seed that is printed. */
export function makePool(size: number, seed: number): PooledPolicy[] {
  return fc
    .sample(specs, { numRuns: size, seed })
    .map(({ speaker, appliesTo, rules, guard, shadow, standing }, index) => {
      const document = (spec: object): PolicyDocument =>
        policyDocument(
          {
            ...speaker,
            appliesTo,
            mode: shadow ? 'shadow' : 'enforce',
            rules: rules.map(toRule),
            ...spec,
          },
          `policy-${index}`,
        );
      const make = (spec: object) => load(document(spec), standing);
      const first = rules.findIndex(({ effect }) => effect === 'allow');
      const fewer = rules
        .map(toRule)
        .filter((_, position) => position !== first);
      return {
        base: make({}),
        guarded: make({ rules: [...rules, guard].map(toRule) }),
        withoutAllow:
          fewer.length > 0
            ? make({ rules: fewer })
            : make({ rules: [NOTHING] }),
        turned: make({ rules: rules.map(toRule).reverse() }),
        otherMode: make({ mode: shadow ? 'enforce' : 'shadow' }),
      };
    });
}

function toRule({ effect, when, checkpoint }: Rule, index: number) {
  return {
    name: `rule-${index}`,
    effect,
    ...(when !== undefined && { when }),
    ...(effect === 'require-approval' &&
      checkpoint && {
        checkpoint: {
          ...checkpoint,
          decideWithin: 'PT4H',
          executeWithin: 'PT30M',
        },
      }),
  };
}

/** What is held because a policy cannot be read, at every level. */
export const HELD: readonly HeldScope[] = SPEAKERS.map((speaker, index) => ({
  ref: `agentpolicy:default/broken-${index}`,
  title: `broken ${index}`,
  because: 'rules must be a list',
  appliesTo: SCOPES[index],
  ...speaker,
})) as HeldScope[];
