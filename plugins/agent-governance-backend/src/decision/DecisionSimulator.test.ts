import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  FactOverride,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { NO_POLICIES } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { FactsGatherer } from '../facts/FactsGatherer';
import { PolicyDrafts } from '../policies/PolicyDrafts';
import { entityRefsIn } from '../service/visibility/entityRefsIn';
import { DecisionGrounds } from './DecisionGrounds';
import { DecisionSimulator } from './DecisionSimulator';
import { PortalPolicy } from './PortalPolicy';
import { ReviewerResolver } from './ReviewerResolver';

const SECRET = 'group:default/secret';
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

function setUp(options: { facts?: Facts; hidden?: string[]; known?: boolean }) {
  const { facts = sampleFacts(), hidden = [SECRET], known = true } = options;
  const membersOf = jest.fn(async (ref: string) => [
    `user:default/${ref.split('/')[1]}-member`,
  ]);
  const simulator = DecisionSimulator.create({
    facts: {} as FactsGatherer,
    grounds: DecisionGrounds.create({
      portal: PortalPolicy.create({
        permissions: {
          authorizeConditional: async () => approvalOnly,
        } as unknown as PermissionsService,
        now: () => new Date(),
      }),
      policies: {
        current: async () => {
          if (!known) {
            throw new Error('not listed yet');
          }
          return NO_POLICIES;
        },
      },
      requiredLevels: [],
      checkpoint: { decideWithin: 'PT4H', executeWithin: 'PT30M' },
    }),
    reviewers: ReviewerResolver.create({
      people: {
        membersOf,
        standing: async () => undefined,
        refsOf: async () => [],
      },
      fallbackReviewers: [],
    }),
    drafts: PolicyDrafts.create({
      catalog: { ownersOf: async () => new Map() },
      policyAdmins: ['group:default/platform', SECRET],
      environments: [],
    }),
  });
  const simulate = (change: { draft?: string; overrides?: FactOverride[] }) =>
    simulator.simulate(
      { recorded: facts },
      {
        agentRef: 'agent:default/bot',
        credentials: mockCredentials.user('agent:default/bot'),
        clock: {},
        overrides: change.overrides ?? [],
        ...(change.draft && {
          draft: { changes: [{ kind: 'text', text: change.draft }] },
        }),
        sight: {
          hiddenOf: async refs =>
            new Set(refs.filter(ref => hidden.includes(ref))),
          namedIn: entityRefsIn,
        },
        now: new Date('2026-11-23T10:00:00Z'),
      },
    );
  return { simulate, membersOf };
}

const policy = (rule: string, owner = 'group:default/platform') => `
apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata: { name: mine }
spec:
  owner: ${owner}
  level: organization
  rules:
    - ${rule}
`;

describe('DecisionSimulator', () => {
  it('invariant 14: finds nobody behind a group that only whoever asks came up with, and may not read', async () => {
    const asked = `{ name: ask, effect: require-approval, checkpoint: { anyOf: [{ allOf: [{ from: '${SECRET}', count: 1 }] }], decideWithin: PT4H, executeWithin: PT1H } }`;
    const { simulate, membersOf } = setUp({});
    const { result, drafted } = await simulate({ draft: policy(asked) });
    expect(result.decision.verdict).toBe('hold');
    expect(drafted?.decision).toMatchObject({
      verdict: 'deny',
      because: expect.stringContaining('too few may'),
    });
    const moved = await simulate({
      overrides: [{ path: 'target.owner', state: 'known', value: SECRET }],
    });
    expect(moved.result.decision).toMatchObject({ verdict: 'deny' });
    expect(membersOf).not.toHaveBeenCalledWith(SECRET);

    const seen = setUp({ hidden: [] });
    const open = await seen.simulate({ draft: policy(asked) });
    expect(open.drafted?.decision.verdict).toBe('hold');
  });

  it('invariant 14: does not let a draft read out what is masked, nor tell who may speak for the organization', async () => {
    const { simulate } = setUp({
      facts: sampleFacts({
        'target.owners': ['group:default/payments', SECRET],
      }),
    });
    const { drafted } = await simulate({
      draft: policy(
        `{ name: guess, effect: deny, when: "'${SECRET}' in target.owners" }`,
      ),
    });
    const said = drafted?.decision.levels.find(
      ({ level }) => level === 'organization',
    );
    expect(said?.policies[0].rules[0]).toMatchObject({
      matched: 'unknown',
      reads: [{ path: 'target.owners', state: 'unknown' }],
    });

    const { policies } = await simulate({
      draft: policy('{ name: no, effect: deny }', SECRET),
    });
    expect(policies).toMatchObject([
      { inert: expect.stringContaining('that you may read') },
    ]);
  });

  it('invariant 2: tries no draft while it is not known what it changes, and grants nothing', async () => {
    const { simulate } = setUp({ known: false });
    await expect(
      simulate({ draft: policy('{ name: yes, effect: allow }') }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    expect((await simulate({})).result.decision).toMatchObject({
      verdict: 'deny',
      reason: 'could-not-evaluate',
    });
  });
});
