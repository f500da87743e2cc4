import { mockCredentials } from '@backstage/backend-test-utils';
import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  Facts,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  NO_POLICIES,
  PolicyIndex,
  policySetDigest,
  replayDecision,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { FactsGatherer, Subject, seal } from '../facts/FactsGatherer';
import { DecisionMaker } from './DecisionMaker';
import { DecisionGrounds } from './DecisionGrounds';
import { PortalPolicy } from './PortalPolicy';
import { ReviewerResolver } from './ReviewerResolver';

const approvalOnly: PolicyDecision[] = [
  { result: AuthorizeResult.DENY },
  {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'agent-governance',
    resourceType: 'agent-action',
    conditions: {
      resourceType: 'agent-action',
      rule: 'targetOwnedByAgentOwner',
    },
  },
];

describe('DecisionMaker', () => {
  const credentials = mockCredentials.user('agent:default/deploy-bot');
  const facts = sampleFacts();
  const owner = facts.target.owner.value!;

  function create(options: {
    answer?: () => Promise<PolicyDecision[]>;
    members?: Record<string, string[]>;
    people?: () => Promise<string[]>;
    facts?: Facts;
    policies?: () => Promise<PolicyIndex>;
  }) {
    const authorizeConditional = jest.fn(
      options.answer ?? (async () => approvalOnly),
    );
    const gather = jest.fn(async () => seal(options.facts ?? facts));
    const maker = DecisionMaker.create({
      facts: { gather } as unknown as FactsGatherer,
      grounds: DecisionGrounds.create({
        portal: PortalPolicy.create({
          permissions: {
            authorizeConditional,
          } as unknown as PermissionsService,
          now: () => new Date(),
        }),
        policies: { current: options.policies ?? (async () => NO_POLICIES) },
        requiredLevels: [],
        checkpoint: { decideWithin: 'PT4H', executeWithin: 'PT30M' },
      }),
      reviewers: ReviewerResolver.create({
        people: {
          membersOf:
            options.people ?? (async ref => options.members?.[ref] ?? []),
          standing: async () => undefined,
          refsOf: async () => [],
        },
        fallbackReviewers: ['group:default/platform'],
      }),
    });
    const decide = (purpose: 'proposal' | 'effect' = 'proposal') =>
      maker.decide(
        { agent: { agentRef: 'agent:default/deploy-bot' } } as Subject,
        {
          requestId: 'a request',
          requestDigest: 'its digest',
          purpose,
          credentials,
          now: new Date('2026-11-22T12:00:00.000Z'),
        },
      );
    return { decide, authorizeConditional };
  }

  it('invariant 12: asks the portal as the agent, and as nobody else', async () => {
    const { decide, authorizeConditional } = create({});
    await decide();
    expect(authorizeConditional).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });
  });

  it('invariant 5: asks again at the moment of effect, whatever is remembered', async () => {
    const { decide, authorizeConditional } = create({});
    await decide();
    await decide();
    expect(authorizeConditional).toHaveBeenCalledTimes(1);
    await decide('effect');
    await decide('effect');
    expect(authorizeConditional).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['does not answer', async () => Promise.reject(new Error('down'))],
    ['answers too little', async () => []],
    [
      'answers in conditions of something else',
      async () => [
        approvalOnly[0],
        {
          ...approvalOnly[1],
          resourceType: 'catalog-entity',
        } as PolicyDecision,
      ],
    ],
  ])(
    'invariant 2: could not evaluate where the portal %s',
    async (_, answer) => {
      const { decide } = create({ answer });
      const { decision } = await decide();
      expect(decision).toMatchObject({
        verdict: 'deny',
        reason: 'could-not-evaluate',
      });
    },
  );

  it('a portal that allows everything grants nothing', async () => {
    const { decide } = create({
      answer: async () => [
        { result: AuthorizeResult.ALLOW },
        { result: AuthorizeResult.ALLOW },
      ],
    });
    const { decision } = await decide();
    expect(decision).toMatchObject({ verdict: 'deny', reason: 'not-granted' });
  });

  it('holds for the target’s owner', async () => {
    const { decide } = create({
      members: { [owner]: ['user:default/olivia'] },
    });
    const { decision } = await decide();
    expect(decision.verdict).toBe('hold');
    expect(decision.checkpoints[0].anyOf[0].allOf[0].resolved).toEqual([owner]);
  });

  it('invariant 6: asks the fallback reviewers where the owner has nobody', async () => {
    const { decide } = create({
      members: { 'group:default/platform': ['user:default/rosa'] },
    });
    const { decision } = await decide();
    expect(decision.checkpoints[0].anyOf[0].allOf[0].resolved).toEqual([
      'group:default/platform',
    ]);
  });

  it('invariant 6: denies, and says so, where nobody may review at all', async () => {
    const { decision } = await create({}).decide();
    expect(decision).toMatchObject({
      verdict: 'deny',
      reason: 'denied',
      because: expect.stringContaining(
        'one of group:default/payments, and there is nobody',
      ),
    });
  });

  it('invariant 2: could not evaluate where the people cannot be found out', async () => {
    const { decide } = create({
      people: async () => Promise.reject(new Error('down')),
    });
    const { decision } = await decide();
    expect(decision.reason).toBe('could-not-evaluate');
  });

  it('invariant 2: could not evaluate where it is not known which policies decide', async () => {
    const { decide } = create({
      members: { [owner]: ['user:default/olivia'] },
      policies: () => Promise.reject(new Error('never listed')),
    });
    const { decision, record } = await decide();
    expect(decision).toMatchObject({
      verdict: 'deny',
      reason: 'could-not-evaluate',
      because: expect.stringContaining('which policies decide'),
    });
    const replayed = replayDecision({
      policySet: JSON.parse(record.policySetBytes),
      facts: JSON.parse(record.factsBytes),
    });
    expect(replayed.because).toBe(decision.because);
  });

  it.each([
    ['a hold', { [owner]: ['user:default/olivia'] }],
    ['a hold for others', { 'group:default/platform': ['user:default/rosa'] }],
    ['a hold for nobody', {}],
  ])(
    'invariant 9: %s is decided again from the record, bit for bit',
    async (_, members) => {
      const { decision, record } = await create({ members }).decide();
      const policySet = JSON.parse(record.policySetBytes);
      const replayed = replayDecision({
        policySet,
        facts: JSON.parse(record.factsBytes),
        reviewers: decision.reviewers,
      });
      const {
        id,
        requestId,
        purpose,
        requestDigest,
        factsDigest,
        reviewers,
        ...core
      } = decision;
      expect(
        canonicalJson({ ...replayed, effectiveAt: core.effectiveAt }),
      ).toBe(canonicalJson(core));
      expect(policySetDigest(policySet)).toBe(decision.policySetDigest);
      expect(seal(JSON.parse(record.factsBytes)).digest).toBe(factsDigest);
    },
  );
});
