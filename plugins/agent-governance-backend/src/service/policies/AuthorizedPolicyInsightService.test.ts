import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { MASKED_ENTITY_REF } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  checkpointCoverage,
  policyEffects,
} from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedPolicyInsightService } from './AuthorizedPolicyInsightService';
import { DefaultPolicyInsightService } from './DefaultPolicyInsightService';
import { ScopeOf } from './EffectReader';

const BOT = 'agent:default/bot';
const OTHER = 'agent:default/other';
const MINE = 'component:default/mine';
const SECRET = 'component:default/secret';
const PAIRS = [
  { agentRef: BOT, targetRef: MINE },
  { agentRef: BOT, targetRef: SECRET },
  { agentRef: OTHER, targetRef: SECRET },
];

function setUp(options: {
  allowed?: boolean;
  readable?: string[];
  isAuditor?: boolean;
  ownsBot?: boolean;
}) {
  const asked: Array<Awaited<ReturnType<ScopeOf>>> = [];
  const inner = {
    coverage: jest.fn(async () => checkpointCoverage),
    effects: jest.fn(
      async (
        policyRef: string,
        _query: object,
        { scopeOf }: { scopeOf: ScopeOf },
      ) => {
        asked.push(await scopeOf(PAIRS));
        const [sample] = policyEffects.latest;
        return {
          ...policyEffects,
          policyRef,
          agents: [],
          latest: PAIRS.map(pair => ({ ...sample, ...pair })),
        };
      },
    ),
    lately: jest.fn(),
  };
  const { sources, auditor } = viewSources({ readable: [], ...options });
  const service = AuthorizedPolicyInsightService.create({
    insights: inner as unknown as DefaultPolicyInsightService,
    permissions: mockServices.permissions.mock({
      authorize: async () => [
        {
          result:
            options.allowed === false
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        },
      ],
    }),
    sources,
  });
  const effects = () =>
    service.effects('agentpolicy:default/p', {}, { caller: ana });
  return { service, inner, asked, auditor, effects };
}

describe('AuthorizedPolicyInsightService', () => {
  it('asks the portal’s policy first, and says which permission is missing', async () => {
    const { service, inner, effects } = setUp({ allowed: false });
    for (const attempt of [effects(), service.coverage({}, { caller: ana })]) {
      await expect(attempt).rejects.toThrow('agent-governance.policy.read');
    }
    expect(inner.coverage).not.toHaveBeenCalled();
    expect(inner.effects).not.toHaveBeenCalled();
  });

  it('invariant 14: counts requests whose target and agent the person may read, and names what they may count', async () => {
    const { asked, effects } = setUp({ readable: [BOT, MINE] });
    const { policyRef, latest } = await effects();
    expect(asked).toEqual([{ agents: [BOT], targets: [MINE], allOf: [] }]);
    expect(policyRef).toBe('agentpolicy:default/p');
    expect(JSON.stringify(latest)).not.toContain('secret');
    expect(JSON.stringify(latest)).not.toContain('other');
  });

  it('invariant 14: counts nothing for who may read neither', async () => {
    const { asked, effects } = setUp({});
    await effects();
    expect(asked).toEqual([{ agents: [], targets: [], allOf: [] }]);
  });

  it('invariant 14: counts all of an agent for who owns it, and hides what it acted on', async () => {
    const { asked, effects } = setUp({ ownsBot: true });
    const { latest } = await effects();
    expect(asked).toEqual([{ agents: [], targets: [], allOf: [BOT] }]);
    expect(latest[0]).toMatchObject({
      agentRef: BOT,
      targetRef: MASKED_ENTITY_REF,
    });
  });

  it('invariant 14: counts everything for who may read the whole record, and notes that they did', async () => {
    const { asked, auditor, effects } = setUp({ isAuditor: true });
    await effects();
    expect(asked).toEqual(['everything']);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'auditor-read' }),
    );
  });

  it('invariant 14: masks whom the person may not read in what rules depend on, and never a policy they were shown', async () => {
    const { service } = setUp({});
    const { cells, policies } = await service.coverage({}, { caller: ana });
    expect(policies[0]).toMatchObject({
      ref: checkpointCoverage.policies[0].ref,
      owner: MASKED_ENTITY_REF,
    });
    expect(cells[0].rules[0].dependsOn[0]).toEqual({
      on: 'owner',
      owner: MASKED_ENTITY_REF,
    });
  });
});
