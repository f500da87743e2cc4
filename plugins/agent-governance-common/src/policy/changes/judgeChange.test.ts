import { policyDocument } from '../__testUtils__/documents';
import { judgeChange } from './judgeChange';

const FREEZE = {
  name: 'freeze',
  effect: 'deny',
  when: 'conditions.freeze.active',
};
const ALL = { name: 'all', effect: 'allow' };
const SRE = { from: 'group:default/sre', count: 1 };
const OWNER = { from: 'target-owner', count: 1 };

function hold(anyOf: object[][] | undefined, times: object = {}) {
  return {
    name: 'ask',
    effect: 'require-approval',
    ...(anyOf && {
      checkpoint: {
        anyOf: anyOf.map(allOf => ({ allOf })),
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
        ...times,
      },
    }),
  };
}

/** From one spec to another; a list stands for rules, over a policy that grants everything. */
function judge(before: object | undefined, after: object | undefined) {
  const read = (said: object | undefined) =>
    said && policyDocument(Array.isArray(said) ? { rules: said } : said);
  return judgeChange(read(before), read(after));
}

const withAll = (...rules: object[]) => [...rules, ALL];
const when = (text: string, effect = 'deny') => ({
  name: 'one',
  effect,
  when: text,
});

describe('judgeChange', () => {
  it.each<[title: string, before: object | undefined, after: object]>([
    ['nothing', [FREEZE, ALL], [FREEZE, ALL]],
    [
      'another order and other words',
      [FREEZE, ALL],
      [ALL, { ...FREEZE, because: 'Frozen.' }],
    ],
    [
      'a rule by another name',
      [FREEZE, ALL],
      [{ ...FREEZE, name: 'code-freeze' }, ALL],
    ],
    ['one more deny', withAll(), withAll(FREEZE)],
    ['a new policy that only denies', undefined, [FREEZE]],
    [
      'one more require-approval of what is granted anyway',
      withAll(),
      withAll(hold(undefined)),
    ],
    ['one allow less', [FREEZE, ALL], [FREEZE]],
    ['an allow that becomes a deny', withAll(), [{ ...ALL, effect: 'deny' }]],
    [
      'an allow that becomes a require-approval',
      withAll(),
      [{ ...ALL, effect: 'require-approval' }],
    ],
    [
      'a require-approval that becomes a deny',
      [hold(undefined)],
      [{ name: 'ask', effect: 'deny' }],
    ],
    [
      'a deny of more',
      withAll(FREEZE),
      withAll({
        ...FREEZE,
        when: 'environment.production || conditions.freeze.active',
      }),
    ],
    [
      'a deny of everything',
      withAll(FREEZE),
      withAll({ ...FREEZE, when: undefined }),
    ],
    [
      'a deny of more by a smaller limit',
      withAll(when('history.mutations.lastHour > 10')),
      withAll(when('5 <= history.mutations.lastHour')),
    ],
    [
      'a deny of more by a longer list',
      withAll(when("environment.name == 'prod'")),
      withAll(when("environment.name in ['staging', 'prod']")),
    ],
    [
      'a deny split into two',
      withAll(when('action.reversible || context.floorMet')),
      withAll(when('context.floorMet'), {
        ...when('action.reversible'),
        name: 'two',
      }),
    ],
    [
      'an allow of less',
      [when('context.floorMet', 'allow')],
      [when('context.floorMet && action.reversible', 'allow')],
    ],
    [
      'an allow of less by a smaller limit',
      [when('history.mutations.lastHour < 10', 'allow')],
      [when('5 > history.mutations.lastHour', 'allow')],
    ],
    [
      'the same in other words',
      [when('!(context.floorMet && action.reversible)')],
      [when('!action.reversible || !context.floorMet')],
    ],
    [
      'an allow in fewer places',
      { rules: [ALL] },
      {
        rules: [ALL],
        appliesTo: {
          environments: ['test'],
          actions: ['a:*'],
          targets: { kind: 'component' },
        },
      },
    ],
    [
      'an allow of fewer actions',
      { rules: [ALL], appliesTo: { actions: ['a:*', 'b:c'] } },
      { rules: [ALL], appliesTo: { actions: ['a:b:*', 'a:x', 'b:c'] } },
    ],
    [
      'a deny in more places',
      {
        rules: [FREEZE],
        appliesTo: {
          environments: ['test'],
          targets: { kind: 'component', 'spec.type': { $in: ['a'] } },
        },
      },
      {
        rules: [FREEZE],
        appliesTo: {
          environments: ['prod', 'test'],
          targets: { 'spec.type': { $in: ['a', 'b'] } },
        },
      },
    ],
    [
      'a deny outside fewer places',
      {
        rules: [FREEZE],
        appliesTo: { targets: { $not: { 'spec.type': { $in: ['a', 'b'] } } } },
      },
      {
        rules: [FREEZE],
        appliesTo: { targets: { $not: { 'spec.type': 'a' } } },
      },
    ],
    [
      'more people',
      withAll(hold([[SRE]])),
      withAll(hold([[{ ...SRE, count: 2 }, OWNER]])),
    ],
    [
      'one alternative less, and less time',
      withAll(hold([[SRE], [OWNER]])),
      withAll(
        hold([[SRE]], { decideWithin: 'PT240M', executeWithin: 'PT29M' }),
      ),
    ],
    [
      'an allow that is only tried out',
      [ALL],
      { rules: [ALL], mode: 'shadow' },
    ],
    [
      'anything that is only tried out, before and after',
      { rules: [FREEZE], mode: 'shadow' },
      { rules: [ALL], mode: 'shadow' },
    ],
    [
      'a deny of a team that becomes one of the organization',
      { rules: [FREEZE], level: 'team' },
      { rules: [FREEZE], level: 'organization' },
    ],
    [
      'another owner at the organization level',
      { rules: [FREEZE, ALL] },
      { rules: [FREEZE, ALL], owner: 'group:default/other' },
    ],
  ])('does not loosen: %s', (_, before, after) => {
    expect(judge(before, after)).toEqual({ loosens: false, findings: [] });
  });

  it.each<
    [
      title: string,
      before: object | undefined,
      after: object | undefined,
      says: string,
    ]
  >([
    [
      'a new policy that allows',
      undefined,
      [ALL],
      'The rule all (allow) is new, as is the policy.',
    ],
    [
      'a policy that is gone',
      [FREEZE],
      undefined,
      'The rule freeze (deny) goes with the policy, which is gone.',
    ],
    [
      'a policy that is only tried out from now on',
      [FREEZE],
      { rules: [FREEZE], mode: 'shadow' },
      'The rule freeze (deny) counts for nothing any more: the policy would only be tried out (shadow).',
    ],
    [
      'an allow that was only tried out',
      { rules: [ALL], mode: 'shadow' },
      [ALL],
      'The rule all (allow) counts from now on: the policy was only tried out (shadow).',
    ],
    [
      'a deny that is removed',
      withAll(FREEZE),
      withAll(),
      'The rule freeze (deny) is removed.',
    ],
    [
      'a deny that becomes a require-approval',
      withAll(FREEZE),
      withAll({ ...FREEZE, effect: 'require-approval' }),
      'The rule freeze (deny) becomes require-approval.',
    ],
    [
      'a require-approval that becomes an allow',
      [hold(undefined)],
      [{ name: 'ask', effect: 'allow' }],
      'The rule ask (require-approval) becomes allow.',
    ],
    [
      'a deny of less',
      withAll({ ...FREEZE, when: undefined }),
      withAll(FREEZE),
      'The rule freeze (deny) matches where “conditions.freeze.active” instead of always.',
    ],
    [
      'a deny of something else',
      withAll(FREEZE),
      withAll({ ...FREEZE, when: 'environment.production' }),
      'The rule freeze (deny) matches where “environment.production” instead of where “conditions.freeze.active”.',
    ],
    [
      'an allow of more',
      [when('history.mutations.lastHour < 5', 'allow')],
      [when('history.mutations.lastHour <= 5', 'allow')],
      'The rule one (allow) matches where “history.mutations.lastHour <= 5” instead of where “history.mutations.lastHour < 5”.',
    ],
    [
      'a deny in fewer places',
      { rules: [FREEZE] },
      { rules: [FREEZE], appliesTo: { environments: ['prod'] } },
      'The rule freeze (deny) applies to {"environments":["prod"]} instead of everything.',
    ],
    [
      'an allow in more places',
      { rules: [ALL], appliesTo: { actions: ['a:b'] } },
      { rules: [ALL], appliesTo: { actions: ['a:*'] } },
      'The rule all (allow) applies to {"actions":["a:*"]} instead of {"actions":["a:b"]}.',
    ],
    [
      'fewer people',
      withAll(hold([[{ ...SRE, count: 2 }]])),
      withAll(hold([[SRE]])),
      'The rule ask (require-approval) asks for one of group:default/sre within PT4H, to start within PT30M instead of two of group:default/sre within PT4H, to start within PT30M.',
    ],
    [
      'others to ask',
      withAll(hold([[SRE]])),
      withAll(hold([[OWNER]])),
      'The rule ask (require-approval) asks for one of the target’s owner within PT4H, to start within PT30M instead of one of group:default/sre within PT4H, to start within PT30M.',
    ],
    [
      'one more alternative',
      withAll(hold([[SRE]])),
      withAll(hold([[SRE], [OWNER]])),
      'The rule ask (require-approval) asks for one of group:default/sre, or one of the target’s owner within PT4H, to start within PT30M instead of one of group:default/sre within PT4H, to start within PT30M.',
    ],
    [
      'more time',
      withAll(hold([[SRE]])),
      withAll(hold([[SRE]], { executeWithin: 'P1D' })),
      'The rule ask (require-approval) asks for one of group:default/sre within PT4H, to start within P1D instead of one of group:default/sre within PT4H, to start within PT30M.',
    ],
    [
      'a named checkpoint instead of the default',
      withAll(hold(undefined)),
      withAll(hold([[SRE]])),
      'The rule ask (require-approval) asks for one of group:default/sre within PT4H, to start within PT30M instead of the portal’s default checkpoint.',
    ],
    [
      'a deny of the organization that becomes one of a team',
      { rules: [FREEZE] },
      { rules: [FREEZE], level: 'team' },
      'The rule freeze (deny) would speak for the team level (group:default/platform) instead of for the organization level.',
    ],
  ])('may loosen: %s', (_, before, after, says) => {
    const { loosens, findings } = judge(before, after);
    expect(loosens).toBe(true);
    expect(findings.map(({ what }) => what)).toEqual([says]);
  });

  it('takes a further require-approval for the yes it also is, and says so', () => {
    expect(judge([FREEZE], [FREEZE, hold(undefined)])).toEqual({
      loosens: true,
      findings: [
        {
          rule: 'ask',
          what: 'The rule ask (require-approval) is new.',
          because:
            'To ask a person is also a yes: what was refused because nobody had said yes could wait for a person, and run once approved.',
        },
      ],
    });
  });

  it('does not take a yes of one level for a yes of another', () => {
    const team = { rules: [ALL], level: 'team' };
    expect(judge(team, { ...team, level: 'organization' }).loosens).toBe(true);
  });

  it('gives up on what takes too long to compare, and says that it may loosen', () => {
    const terms = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, at) => `input.${prefix}${at} == ${at}`);
    const rules = (prefix: string) =>
      Array.from({ length: 50 }, (_, at) => ({
        name: `rule-${at}`,
        effect: 'deny',
        when: terms(`${prefix}${at}x`, 40).join(' || '),
      }));
    expect(judge(rules('a'), rules('b')).loosens).toBe(true);
  });
});
