import { freezeCondition } from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import {
  frozen,
  operated,
  policySet,
  undoable,
  when,
} from '../__testUtils__/policySet';
import { findUnblockSteps } from './findUnblockSteps';

const context = {
  resourceType: 'agent-action',
  rule: 'contextMeets',
  params: {},
};
const quoted = { resourceType: 'agent-action', rule: 'quotedContextMatches' };
const freeze = {
  id: 'f',
  reason: 'release-week',
  owner: 'group:default/sre',
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-22T18:00:00Z',
  scope: 'system payments',
};
const stale = (factType: string, signOffBy?: string) => ({
  factType,
  freshness: 'stale' as const,
  ...(signOffBy && { signOffBy }),
});

/** Unattended: not frozen, good context, a quote that holds. With a review: not frozen. */
const set = policySet(
  when({ allOf: [{ not: frozen }, context, quoted] }),
  when({ not: frozen }),
);

const brief = (changes: FactChanges, policies = set) =>
  findUnblockSteps(policies, sampleFacts(changes)).map(
    ({ kind, who, verdict, at }) => ({ kind, who, verdict, ...(at && { at }) }),
  );

const freezeEnds = {
  kind: 'freeze-ends',
  who: ['group:default/sre'],
  verdict: 'allow',
  at: '2026-11-22T18:00:00Z',
};
const review = {
  kind: 'review',
  who: ['group:default/payments'],
  verdict: 'allow',
};

describe('findUnblockSteps', () => {
  it.each<[string, FactChanges, object[]]>([
    ['nothing in the way', {}, []],
    [
      'a freeze',
      { 'conditions.freeze': freezeCondition([freeze]) },
      [freezeEnds],
    ],
    [
      'a freeze, after which somebody must still look',
      {
        'conditions.freeze': freezeCondition([freeze]),
        'context.required': [stale('runbook')],
      },
      [{ ...freezeEnds, verdict: 'hold' }],
    ],
    [
      'two freezes, both of which must end',
      {
        'conditions.freeze': freezeCondition([
          freeze,
          { ...freeze, id: 'g', to: '2026-11-23T18:00:00Z' },
        ]),
      },
      [freezeEnds, { ...freezeEnds, at: '2026-11-23T18:00:00Z' }],
    ],
    [
      'one stale fact, held',
      { 'context.required': [stale('runbook', 'group:default/sre')] },
      [
        review,
        {
          kind: 'context-renewed',
          who: ['group:default/sre'],
          verdict: 'allow',
        },
      ],
    ],
    [
      'two stale facts, both of which are needed',
      { 'context.required': [stale('runbook'), stale('template')] },
      [
        review,
        {
          kind: 'context-renewed',
          who: ['group:default/payments'],
          verdict: 'allow',
        },
        {
          kind: 'context-renewed',
          who: ['group:default/payments'],
          verdict: 'allow',
        },
      ],
    ],
    [
      'three, all of which are needed',
      {
        'context.required': [stale('runbook'), stale('template')],
        'context.quoted': { result: 'expired' },
      },
      [
        review,
        expect.objectContaining({ kind: 'context-renewed' }),
        expect.objectContaining({ kind: 'context-renewed' }),
        {
          kind: 'context-requoted',
          who: ['agent:default/release-bot'],
          verdict: 'allow',
        },
      ],
    ],
    [
      'a condition that went unobserved',
      {
        'conditions.freeze': {
          value: freezeCondition([]),
          state: 'stale',
          source: 'freezes',
        },
      },
      [
        {
          kind: 'retry',
          who: ['agent:default/release-bot'],
          verdict: 'allow',
        },
      ],
    ],
    [
      'a condition that is unknown: retrying promises nothing',
      { 'conditions.freeze': unknownFact },
      [{ kind: 'retry', who: ['agent:default/release-bot'], verdict: 'deny' }],
    ],
    [
      'a ceiling, which nothing of this can lift',
      { 'agent.autonomy': 'observe' },
      [],
    ],
  ])('%s', (_, changes, steps) => {
    expect(brief(changes)).toEqual(steps);
  });

  it('says that a grant is missing, unless that alone would not help', () => {
    const open = policySet({ result: 'ALLOW' }, { result: 'ALLOW' });
    const ask = policySet(when(frozen), { result: 'ALLOW' });
    expect(brief({}, open)).toEqual([
      { kind: 'grant', who: [], verdict: 'allow' },
    ]);
    expect(brief({}, ask)).toEqual([
      { kind: 'grant', who: [], verdict: 'hold' },
    ]);
    expect(
      brief(
        { 'topology.operates': false },
        policySet(when(operated), when(undoable)),
      ),
    ).toEqual([review]);
  });

  it('tells people what, who and how many together', () => {
    const messages = findUnblockSteps(
      set,
      sampleFacts({
        'context.required': [stale('runbook'), stale('template')],
      }),
    ).map(({ message }) => message);
    expect(messages).toEqual([
      'One review by group:default/payments.',
      'The context fact runbook is stale; it must be reported or signed off anew. (One of 2 that are needed together.)',
      'The context fact template is stale; it must be reported or signed off anew. (One of 2 that are needed together.)',
    ]);
  });
});
