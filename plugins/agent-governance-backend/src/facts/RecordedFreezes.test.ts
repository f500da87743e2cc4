import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  FreezeScope,
  freezeCondition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { buildCatalog } from '../__testUtils__/buildCatalog';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseFreezeStore } from '../store/DatabaseFreezeStore';
import { EntityContainers } from './EntityContainers';
import { RecordedFreezes } from './RecordedFreezes';

const NOW = new Date('2026-11-20T12:00:00.000Z');

const entities = buildCatalog({
  things: {
    'domain:money': {},
    'system:payments': { partOf: ['domain:default/money'] },
    'system:checkout': {},
    'component:payments-api': { partOf: ['system:default/payments'] },
    'component:payments-cache': { partOf: ['component:default/payments-api'] },
    'component:loose': {},
    'system:round': { partOf: ['system:default/about'] },
    'system:about': { partOf: ['system:default/round'] },
  },
});
const entity = (name: string) =>
  entities.find(one => one.metadata.name === name) as Entity;

const asked = {
  agentRef: 'agent:default/deploy-bot',
  actionId: 'deployments:deploy',
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('RecordedFreezes, %s', id => {
  async function setUp(...scopes: FreezeScope[]) {
    const knex = await migratedDatabase(databases, id as TestDatabaseId);
    const store = DatabaseFreezeStore.create({ knex });
    for (const scope of scopes) {
      await store.create({
        id: uuidv7(),
        scope,
        from: '2026-11-20T11:00:00.000Z',
        to: '2026-11-20T13:00:00.000Z',
        reason: `about ${JSON.stringify(scope)}`,
        owner: 'group:default/payments',
        createdBy: 'user:default/ann',
        revision: 1,
        createdAt: '2026-11-20T10:00:00.000Z',
      });
    }
    const catalog = catalogServiceMock({ entities });
    const calls = jest.spyOn(catalog, 'getEntitiesByRefs');
    const freezes = RecordedFreezes.create({
      store,
      containers: EntityContainers.create({
        auth: mockServices.auth(),
        catalog,
        now: () => NOW,
      }),
    });
    const scopesOver = async (name: string, environment = 'production') =>
      (
        await freezes.inForce({
          ...asked,
          target: entity(name),
          environment,
          now: NOW,
        })
      ).freezes.map(one => one.scope);
    return { scopesOver, freezes, calls };
  }

  it('says which freeze, whose and until when', async () => {
    const { freezes } = await setUp({ entityRef: 'system:default/payments' });
    expect(
      await freezes.inForce({
        ...asked,
        target: entity('payments-api'),
        environment: 'production',
        now: NOW,
      }),
    ).toEqual(
      freezeCondition([
        {
          id: expect.any(String),
          reason: 'about {"entityRef":"system:default/payments"}',
          owner: 'group:default/payments',
          from: '2026-11-20T11:00:00.000Z',
          to: '2026-11-20T13:00:00.000Z',
          scope:
            'system:default/payments and what is part of it in all environments',
        },
      ]),
    );
  });

  it.each<[string, FreezeScope, string[]]>([
    [
      'an entity',
      { entityRef: 'component:default/payments-api' },
      ['payments-api', 'payments-cache'],
    ],
    [
      'a system',
      { entityRef: 'system:default/payments' },
      ['payments-api', 'payments-cache', 'payments'],
    ],
    [
      'a domain',
      { entityRef: 'domain:default/money' },
      ['payments-api', 'payments-cache', 'payments', 'money'],
    ],
    [
      'an environment',
      { environment: 'production' },
      entities.map(one => one.metadata.name),
    ],
    ['another environment', { environment: 'staging' }, []],
    [
      'an entity in another environment',
      { entityRef: 'system:default/payments', environment: 'staging' },
      [],
    ],
    [
      'a system in a circle',
      { entityRef: 'system:default/round' },
      ['round', 'about'],
    ],
  ])('of %s covers what is part of it', async (_, scope, covered) => {
    const { scopesOver } = await setUp(scope);
    const found: string[] = [];
    for (const { metadata } of entities) {
      const scopes = await scopesOver(metadata.name);
      found.push(...scopes.map(() => metadata.name));
    }
    expect(found.sort()).toEqual([...covered].sort());
  });

  it('asks the catalog only when the target does not say by itself', async () => {
    const none = await setUp();
    await none.scopesOver('payments-api');
    expect(none.calls).not.toHaveBeenCalled();
    const own = await setUp(
      { entityRef: 'system:default/payments' },
      { environment: 'production' },
    );
    expect(await own.scopesOver('payments-api')).toHaveLength(2);
    expect(own.calls).not.toHaveBeenCalled();
    const other = await setUp({ entityRef: 'system:default/checkout' });
    expect(await other.scopesOver('payments-api')).toEqual([]);
    expect(other.calls).toHaveBeenCalled();
  });

  it('invariant 11: a catalog that fails is never "no freeze"', async () => {
    const { scopesOver, calls } = await setUp({
      entityRef: 'domain:default/money',
    });
    calls.mockRejectedValue(new Error('connection refused'));
    await expect(scopesOver('payments-api')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('refuses to guess beyond what it can follow', async () => {
    const { freezes } = await setUp({ entityRef: 'domain:default/money' });
    const wide = {
      ...entity('loose'),
      relations: Array.from({ length: 250 }, (_, i) => ({
        type: 'partOf',
        targetRef: `system:default/s${i}`,
      })),
    };
    await expect(
      freezes.inForce({
        ...asked,
        target: wide,
        environment: 'production',
        now: NOW,
      }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});
