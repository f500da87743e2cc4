import fc from 'fast-check';
import { policyDocument } from '../../__testUtils__/documents';
import {
  CHECKPOINTS,
  EXPRESSIONS,
  SCOPES,
  SPEAKERS,
} from '../../__testUtils__/policyPool';
import { PolicyDocument } from '../../documents';

interface Rule {
  effect: string;
  when?: string;
  checkpoint?: { anyOf: Array<{ allOf: object[] }> };
  decideWithin: string;
}

interface Spec {
  speaker: object;
  appliesTo: { environments?: string[]; actions?: string[]; targets?: object };
  mode: string;
  rules: Rule[];
}

type Edit = (spec: Spec) => Spec;

const LIMITS = [5, 10, 12].flatMap(limit => [
  `history.mutations.lastHour < ${limit}`,
  `history.mutations.lastHour >= ${limit}`,
]);
const QUESTIONS = [
  ...EXPRESSIONS.filter(text => text !== undefined),
  ...LIMITS,
  "environment.name == 'prod'",
  "environment.name in ['prod', 'staging']",
  "environment.name != 'staging'",
  'false',
];

const rule: fc.Arbitrary<Rule> = fc.record({
  effect: fc.constantFrom('deny', 'require-approval', 'allow', 'allow'),
  when: fc.constantFrom(undefined, undefined, ...QUESTIONS),
  checkpoint: fc.constantFrom(...(CHECKPOINTS as Array<Rule['checkpoint']>)),
  decideWithin: fc.constantFrom('PT4H', 'PT240M', 'PT2H'),
});

const spec: fc.Arbitrary<Spec> = fc.record({
  speaker: fc.constantFrom(...SPEAKERS),
  appliesTo: fc.constantFrom(...SCOPES),
  mode: fc.constantFrom('enforce', 'enforce', 'enforce', 'shadow'),
  rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
});

const withRules =
  (change: (rules: Rule[]) => Rule[]): Edit =>
  before => ({
    ...before,
    rules: change(before.rules),
  });

/** Changes one rule, whichever `nth` comes to. */
const withRule = (nth: number, change: (one: Rule) => Rule): Edit =>
  withRules(rules =>
    rules.map((one, at) => (at === nth % rules.length ? change(one) : one)),
  );

const nth = fc.nat(3);
const asked = fc.constantFrom(...QUESTIONS);

/** The small things that people do to a policy. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  rule.map(one => withRules(rules => [...rules, one])),
  nth.map(at =>
    withRules(rules =>
      rules.length > 1
        ? rules.filter((_, index) => index !== at % rules.length)
        : rules,
    ),
  ),
  fc.constant<Edit>(withRules(rules => [...rules].reverse())),
  fc.tuple(nth, asked, fc.constantFrom('&&', '||')).map(([at, more, joint]) =>
    withRule(at, one => ({
      ...one,
      when: one.when === undefined ? more : `(${one.when}) ${joint} (${more})`,
    })),
  ),
  fc
    .tuple(nth, fc.constantFrom(undefined, ...QUESTIONS))
    .map(([at, when]) => withRule(at, one => ({ ...one, when }))),
  fc
    .tuple(nth, fc.constantFrom(...LIMITS), fc.constantFrom(...LIMITS))
    .map(([at, one, other]) =>
      withRule(at, ({ when, ...rest }) => ({
        ...rest,
        when: (when ?? one).replace(one, other),
      })),
    ),
  fc
    .tuple(nth, rule)
    .map(([at, { effect }]) => withRule(at, one => ({ ...one, effect }))),
  fc
    .tuple(nth, rule)
    .map(([at, { checkpoint, decideWithin }]) =>
      withRule(at, one => ({ ...one, checkpoint, decideWithin })),
    ),
  nth.map(at =>
    withRule(at, one => ({
      ...one,
      checkpoint: one.checkpoint && {
        anyOf: one.checkpoint.anyOf.slice(0, 1).map(({ allOf }) => ({
          allOf: [...allOf, { from: 'group:default/b', count: 1 }],
        })),
      },
    })),
  ),
  fc
    .constantFrom(...SCOPES)
    .map<Edit>(appliesTo => before => ({ ...before, appliesTo })),
  fc.constantFrom(...SCOPES).map<Edit>(more => before => ({
    ...before,
    appliesTo: { ...before.appliesTo, ...more },
  })),
  fc
    .constantFrom('environments' as const, 'actions' as const)
    .map<Edit>(part => before => {
      const { [part]: list = [], ...others } = before.appliesTo;
      return {
        ...before,
        appliesTo: {
          ...others,
          ...(list.length > 1 && { [part]: list.slice(1) }),
        },
      };
    }),
  fc
    .constantFrom('enforce', 'shadow')
    .map<Edit>(mode => before => ({ ...before, mode })),
  fc
    .constantFrom(...SPEAKERS)
    .map<Edit>(speaker => before => ({ ...before, speaker })),
);

/** A policy before and after a change: new, gone, edited a little, or another altogether. */
export const changesArbitrary: fc.Arbitrary<{
  before?: PolicyDocument;
  after?: PolicyDocument;
}> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(spec, fc.array(edit, { minLength: 1, maxLength: 3 }))
      .map(([before, edits]) => ({
        before: toDocument(before),
        after: toDocument(edits.reduce((now, change) => change(now), before)),
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(spec, spec).map(([one, other]) => ({
      before: toDocument(one),
      after: toDocument(other),
    })),
  },
  spec.map(one => ({ after: toDocument(one) })),
  spec.map(one => ({ before: toDocument(one) })),
);

function toDocument({ speaker, rules, ...rest }: Spec): PolicyDocument {
  return policyDocument(
    {
      ...rest,
      ...speaker,
      rules: rules.map(({ effect, when, checkpoint, decideWithin }, at) => ({
        name: `rule-${at}`,
        effect,
        ...(when !== undefined && { when }),
        ...(effect === 'require-approval' &&
          checkpoint && {
            checkpoint: {
              ...checkpoint,
              decideWithin,
              executeWithin: 'PT30M',
            },
          }),
      })),
    },
    'changed',
  );
}
