import {
  deployCondition,
  freezeCondition,
  incidentCondition,
} from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import {
  frozen,
  operated,
  policySet,
  undoable,
  when,
} from '../__testUtils__/policySet';
import { loadAll, withPolicies } from '../__testUtils__/documents';
import { HeldScope } from '../documents';
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
      { kind: 'grant', who: ['group:default/payments'], verdict: 'allow' },
    ]);
    expect(brief({}, ask)).toEqual([
      { kind: 'grant', who: ['group:default/payments'], verdict: 'hold' },
    ]);
    expect(
      brief(
        { 'topology.operates': false },
        policySet(when(operated), when(undoable)),
      ),
    ).toEqual([review]);
  });

  it('asks nobody for a yes that would not be enough', () => {
    const open = policySet(
      { result: 'ALLOW' },
      { result: 'ALLOW' },
      {
        requiredLevels: ['organization'],
      },
    );
    expect(brief({}, open)).toEqual([
      { kind: 'grant', who: [], verdict: 'allow' },
    ]);
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

describe('findUnblockSteps, over documents', () => {
  const yes = { rules: [{ name: 'yes', effect: 'allow' }] };
  const deny = (expression: string) => ({
    rules: [
      {
        name: 'guard',
        effect: 'deny',
        when: expression,
        because: 'Not now.',
      },
    ],
  });
  const stepsFor = (
    specs: object[],
    changes: FactChanges,
    held: HeldScope[] = [],
    standing?: 'vanished',
  ) => {
    const loaded = loadAll(...specs, yes).map(policy => ({
      ...policy,
      standing: standing ?? policy.standing,
    }));
    const { set: documents, index } = withPolicies(loaded, {}, held);
    return findUnblockSteps(documents, sampleFacts(changes), index).map(
      ({ kind, who, verdict, message, about }) => ({
        kind,
        who,
        verdict,
        message,
        about,
      }),
    );
  };
  const owner = ['group:default/payments'];
  const incident = {
    id: 'i',
    title: 'Payments fail',
    entityRef: 'component:default/payments-api',
    source: 'pagerduty',
    openedAt: '2026-11-20T09:00:00Z',
  };

  it.each<[string, string, FactChanges, object]>([
    [
      'an incident',
      'conditions.incident.active',
      { 'conditions.incident': incidentCondition([incident]) },
      {
        kind: 'incident-resolved',
        about: { kind: 'entity', ref: 'component:default/payments-api' },
        who: owner,
        verdict: 'allow',
        message:
          'The incident “Payments fail” on component:default/payments-api, open since 2026-11-20T09:00Z, must be resolved; pagerduty says so when it is.',
      },
    ],
    [
      'bad health',
      "conditions.health.status != 'healthy'",
      {
        'conditions.health': {
          status: 'degraded',
          source: 'prober',
          reportedAt: '2026-11-20T09:00:00Z',
        },
      },
      {
        kind: 'health-recovers',
        about: { kind: 'entity', ref: 'component:default/payments-api' },
        who: owner,
        verdict: 'allow',
        message: 'The target must be healthy; prober says that it is degraded.',
      },
    ],
    [
      'health nobody speaks of',
      "conditions.health.status != 'healthy'",
      { 'conditions.health': unknownFact },
      {
        kind: 'health-recovers',
        about: { kind: 'entity', ref: 'component:default/payments-api' },
        who: owner,
        verdict: 'allow',
        message: 'A source must say that the target is healthy; nobody does.',
      },
    ],
    [
      'a deployment',
      'conditions.deployInProgress.active',
      {
        'conditions.deployInProgress': deployCondition({
          executions: [
            {
              requestId: 'r',
              actionId: 'deployments:deploy',
              startedAt: '2026-11-20T09:59:00Z',
            },
          ],
        }),
      },
      {
        kind: 'deployment-ends',
        about: { kind: 'entity', ref: 'component:default/payments-api' },
        who: owner,
        verdict: 'allow',
        message:
          'What is being deployed to the target must be done first: deployments:deploy.',
      },
    ],
    [
      'too many changes',
      'history.mutations.lastHour >= 10',
      { 'history.mutations': { lastHour: 12, lastDay: 20 } },
      {
        kind: 'wait',
        who: ['agent:default/release-bot'],
        verdict: 'allow',
        message:
          'Ask again later: this agent made 20 changes in the last day, 12 of them in the last hour, and only a pause makes that fewer.',
      },
    ],
    [
      'a rule that nothing lifts but who wrote it',
      "target.type == 'service'",
      {},
      {
        kind: 'policy-changed',
        about: { kind: 'policy', ref: 'agentpolicy:default/policy-0' },
        who: ['group:default/platform'],
        verdict: 'allow',
        message:
          'The rule guard of policy-0 is in the way (Not now); group:default/platform answers for it.',
      },
    ],
  ])('%s', (_, expression, changes, step) => {
    expect(stepsFor([deny(expression)], changes)).toEqual([step]);
  });

  it('asks for a change of policy only together with what else is needed', () => {
    const steps = stepsFor([deny('conditions.freeze.active'), deny('true')], {
      'conditions.freeze': freezeCondition([freeze]),
    });
    expect(steps.map(({ kind }) => kind)).toEqual([
      'freeze-ends',
      'policy-changed',
    ]);
    expect(steps[0].about).toEqual({ kind: 'freeze', ref: 'f' });
    expect(steps[1].message).toMatch(/One of 2 that are needed together/);
  });

  it('says what is to be done about policies that are gone or broken', () => {
    expect(stepsFor([deny('true')], {}, [], 'vanished')).toEqual([]);
    const [gone] = stepsFor(
      [
        {
          rules: [
            { name: 'guard', effect: 'deny' },
            { name: 'ask', effect: 'require-approval' },
          ],
        },
      ],
      {},
      [],
      'vanished',
    );
    const [broken] = stepsFor([], { 'target.owner': unknownFact }, [
      {
        ref: 'agentpolicy:default/broken',
        title: 'Broken',
        owner: 'group:default/platform',
        level: 'organization',
        appliesTo: {},
        because: 'rules must be a list',
      },
    ]);
    expect(broken).toMatchObject({
      kind: 'policy-changed',
      who: ['group:default/platform'],
      verdict: 'allow',
      message:
        'The policy Broken cannot be read; group:default/platform must put it right.',
    });
    expect(gone.message).toMatch(
      /^The policy policy-0 is gone and its rule guard still counts .*; group:default\/platform must confirm/,
    );
  });

  it('names what the target’s entity says, and who may say otherwise', () => {
    expect(
      stepsFor([], { 'target.agents': { rule: 'forbidden', trusted: false } }),
    ).toEqual([
      {
        kind: 'policy-changed',
        about: { kind: 'entity', ref: 'component:default/payments-api' },
        who: owner,
        verdict: 'allow',
        message:
          'The rule forbidden of What the target’s entity says about agents is in the way (agents are forbidden here); group:default/payments answers for it.',
      },
    ]);
  });
});
