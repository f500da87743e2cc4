import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  isPermission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PolicyQuery } from '@backstage/plugin-permission-node';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  agentActionExecutePermission,
  Facts,
  freezeCondition,
  known,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentActionConditions,
  createAgentActionConditionalDecision,
  StandingAgent,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { decideWithPolicy } from '@agentgov/backstage-plugin-agent-governance-node/testUtils';
import { ActionRegistry } from '../actions/ActionRegistry';
import { Outside } from '../__testUtils__/acme';
import { graphEntity } from './__testUtils__/graph';
import { CatalogReader } from './CatalogReader';
import { FactsGatherer } from './FactsGatherer';

const NOW = new Date('2026-11-20T10:00:00.000Z');
const ANN = 'user:default/ann';

const tier = (name: string) => ({
  uid: name,
  etag: name,
  annotations: { 'agent-governance.io/tier': name },
});
const target = graphEntity(
  'component:payments-api',
  {
    ownedBy: ['group:payments'],
    partOf: ['system:pay'],
    dependencyOf: ['component:web'],
  },
  tier('tier-2'),
);
const agent = graphEntity('agent:bot', {
  ownedBy: ['group:payments'],
  partOf: ['system:pay'],
  operates: ['component:web'],
});
const around = [
  graphEntity('group:payments', { childOf: ['group:money'] }),
  graphEntity('group:money'),
  graphEntity('user:ann', { memberOf: ['group:payments'] }),
  graphEntity('system:pay', { partOf: ['domain:money'] }),
  graphEntity(
    'component:web',
    { dependencyOf: ['component:shop'] },
    tier('tier-1'),
  ),
  graphEntity('component:shop', { dependsOn: ['component:web'] }),
];

/** What lies near is allowed, what is only known to be owned waits for a person. */
const policy = {
  async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
    const { targetOwnedByAgentOwner, withinTopologyDistance } =
      agentActionConditions;
    const criteria: PermissionCriteria<PermissionCondition<'agent-action'>> =
      isPermission(permission, agentActionExecutePermission)
        ? {
            allOf: [
              targetOwnedByAgentOwner(),
              withinTopologyDistance({ max: 1 }),
            ],
          }
        : targetOwnedByAgentOwner();
    return permission.type === 'resource'
      ? createAgentActionConditionalDecision(permission as never, criteria)
      : { result: AuthorizeResult.DENY };
  },
};

type Answer = (refs: string[]) => Promise<Array<Entity | undefined>>;

async function gather(options: {
  entities?: Entity[];
  answer?: Answer;
}): Promise<Facts> {
  const byRef = new Map(
    (options.entities ?? around).map(each => [
      `${each.kind}:default/${each.metadata.name}`,
      each,
    ]),
  );
  const answer: Answer =
    options.answer ?? (async refs => refs.map(ref => byRef.get(ref)));
  const gatherer = FactsGatherer.create({
    catalog: CatalogReader.create({
      auth: mockServices.auth(),
      catalog: {
        getEntitiesByRefs: async ({
          entityRefs,
        }: {
          entityRefs: string[];
        }) => ({
          items: await answer(entityRefs),
        }),
      } as unknown as CatalogService,
      topology: { maxDepth: 6, maxNodes: 500 },
      tiers: ['tier-1', 'tier-2'],
      now: () => NOW,
      deadlineMs: 50,
    }),
    freezes: {
      inForce: async () => known(freezeCondition([]), 'freezes'),
    },
    conditions: {
      over: async () => {
        throw new Error('not asked here');
      },
    },
    stops: { inForce: async () => [] },
    delegations: { get: async () => undefined },
    context: {
      measure: async () => [],
      compareQuoted: async () => ({ result: 'none' }),
    },
    history: {
      of: async () => ({
        mutations: { lastHour: 0, lastDay: 0 },
        sameActionOnTarget: 0,
        sameActionOnKind: 0,
        novel: true,
        run: { mutations: 2, failures: 1, unknownOutcomes: 0 },
      }),
    },
    settings: {
      tiers: ['tier-1', 'tier-2'],
      timeZone: 'Europe/Berlin',
      isTrusted: () => false,
    },
  });
  const actions = ActionRegistry.create(new Outside().actions());
  const { facts } = await gatherer.gather(
    {
      agent: {
        agentRef: 'agent:default/bot',
        ageMs: 0,
        entity: {
          ...agent,
          metadata: { ...agent.metadata, uid: 'bot' },
          spec: { lifecycle: 'production', autonomy: 'autonomous' },
        },
      } as unknown as StandingAgent,
      action: actions.get('deployments:deploy')!,
      target: { value: target, readAt: NOW },
      environment: {
        name: 'staging',
        owner: 'group:default/sre',
        rank: 0,
        production: false,
      },
      input: {},
      onBehalfOf: ANN,
      run: { id: 'run-1', step: 4, startedAt: '2026-11-20T09:00:00.000Z' },
    },
    NOW,
  );
  return facts;
}

const verdictOf = async (facts: Facts) =>
  (await decideWithPolicy(policy, facts)).verdict;

/** Everything that is found by walking from the target. */
const walked = ({ target: of, topology, subject }: Facts) => ({
  domain: of.domain,
  owners: of.owners,
  sameDomain: topology.sameDomain,
  distance: topology.distance,
  dependents: topology.dependents,
  highestTier: topology.highestTier,
  groups: subject.groups,
});

describe('what is gathered around a target', () => {
  it('says who has authority, what depends on it, for whom and in which run', async () => {
    const facts = await gather({});
    expect(walked(facts)).toMatchObject({
      domain: { value: 'domain:default/money' },
      owners: { value: ['group:default/payments', 'group:default/money'] },
      sameDomain: { value: true },
      distance: { value: 1 },
      dependents: { value: 2 },
      highestTier: { value: 'tier-1' },
      groups: { value: ['group:default/payments', 'group:default/money'] },
    });
    expect(facts.target.tier.value).toBe('tier-2');
    expect(facts.subject.ref).toMatchObject({ value: ANN, source: 'agent' });
    expect(facts.run).toMatchObject({
      id: { value: 'run-1' },
      step: { value: 4, source: 'agent' },
      startedAt: { value: '2026-11-20T09:00:00.000Z' },
      startedBy: { state: 'known' },
      mutations: { value: 2, source: 'history' },
    });
    expect(facts.time).toMatchObject({
      weekday: { value: 'friday' },
      hour: { value: 11 },
    });
    expect(await verdictOf(facts)).toBe('allow');
  });

  it.each<[string, Answer]>([
    [
      'is down',
      async () => {
        throw new Error('connection refused');
      },
    ],
    ['takes too long', () => new Promise(() => {})],
  ])(
    'invariant 11: a catalog that %s makes it unknown, and a person looks',
    async (_, answer) => {
      const facts = await gather({ answer });
      for (const fact of Object.values(walked(facts))) {
        expect(fact).toMatchObject({
          state: 'unknown',
          note: expect.stringContaining('catalog did not answer'),
        });
      }
      // what was read with the target itself still holds
      expect(facts.target.owner.value).toBe('group:default/payments');
      expect(await verdictOf(facts)).toBe('hold');
    },
  );

  it.each<[string, string, string[]]>([
    ['the owner', 'group:payments', ['owners', 'groups']],
    ['a group above', 'group:money', ['owners', 'groups']],
    ['the system', 'system:pay', ['domain', 'sameDomain']],
    ['a dependent', 'component:web', ['dependents', 'highestTier']],
    ['the person', 'user:ann', ['groups']],
  ])(
    'invariant 11: where %s is not ingested yet, what rests on it is unknown',
    async (_, missing, unknowns) => {
      const facts = await gather({
        entities: around.filter(
          each => `${each.kind}:${each.metadata.name}` !== missing,
        ),
      });
      expect(
        Object.entries(walked(facts))
          .filter(([, fact]) => fact.state === 'unknown')
          .map(([name]) => name)
          .sort(),
      ).toEqual([...unknowns].sort());
    },
  );

  it('counts dependents in a circle once each', async () => {
    const facts = await gather({
      entities: around.map(each =>
        each.metadata.name === 'shop'
          ? graphEntity('component:shop', {
              dependencyOf: ['component:payments-api', 'component:web'],
            })
          : each,
      ),
    });
    expect(facts.topology.dependents.value).toBe(2);
    expect(await verdictOf(facts)).toBe('allow');
  });

  it('invariant 11: groups in a circle leave open who has authority, and nothing else', async () => {
    const facts = await gather({
      entities: around.map(each =>
        each.metadata.name === 'money' && each.kind === 'group'
          ? graphEntity('group:money', { childOf: ['group:payments'] })
          : each,
      ),
    });
    expect(facts.target.owners.state).toBe('unknown');
    expect(facts.subject.groups.state).toBe('unknown');
    expect(facts.target.owner.state).toBe('known');
    expect(await verdictOf(facts)).toBe('allow');
  });
});
