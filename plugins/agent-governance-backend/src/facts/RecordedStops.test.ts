import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { buildCatalog } from '../__testUtils__/buildCatalog';
import { StoredStop } from '../store/StopStore';
import { EntityContainers } from './EntityContainers';
import { RecordedStops } from './RecordedStops';

const BOT = 'agent:default/deploy-bot';

const entities = buildCatalog({
  things: {
    'domain:money': {},
    'system:payments': { partOf: ['domain:default/money'] },
    'component:payments-api': { partOf: ['system:default/payments'] },
    'component:loose': {},
  },
});
const entity = (name: string) =>
  entities.find(one => one.metadata.name === name) as Entity;

const stored = (scope: StopScope, index = 0): StoredStop => ({
  id: `s-${index}`,
  scope,
  reason: 'odd deployments',
  pulledBy: 'user:default/ann',
  pulledAt: '2026-11-20T10:00:00.000Z',
  quorum: 2,
  revision: 3,
});

function setUp(...scopes: StopScope[]) {
  const catalog = catalogServiceMock({ entities });
  const calls = jest.spyOn(catalog, 'getEntitiesByRefs');
  const inForce = jest.fn(async () => scopes.map(stored));
  const stops = RecordedStops.create({
    store: { inForce },
    containers: EntityContainers.create({
      auth: mockServices.auth(),
      catalog,
      now: () => new Date(),
    }),
  });
  const over = (name: string) =>
    stops.inForce({
      agentRef: BOT,
      actionId: 'deployments:deploy',
      target: entity(name),
    });
  return { over, calls, inForce };
}

describe('RecordedStops', () => {
  it('says which, why, by whom and when, and nothing of its release', async () => {
    const { over } = setUp({ kind: 'agent', ref: BOT });
    expect(await over('payments-api')).toEqual([
      {
        id: 's-0',
        scope: { kind: 'agent', ref: BOT },
        reason: 'odd deployments',
        pulledBy: 'user:default/ann',
        pulledAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
  });

  it.each<[StopScope, string, boolean]>([
    [{ kind: 'everything' }, 'loose', true],
    [{ kind: 'agent', ref: BOT }, 'loose', true],
    [{ kind: 'agent', ref: 'agent:default/other' }, 'loose', false],
    [{ kind: 'action', ref: 'deployments:deploy' }, 'loose', true],
    [{ kind: 'action', ref: 'deployments:rollback' }, 'loose', false],
    [{ kind: 'target', ref: 'component:default/loose' }, 'loose', true],
    [{ kind: 'target', ref: 'component:default/loose' }, 'payments-api', false],
    [{ kind: 'target', ref: 'system:default/payments' }, 'payments-api', true],
    [{ kind: 'target', ref: 'domain:default/money' }, 'payments-api', true],
    [{ kind: 'target', ref: 'domain:default/money' }, 'loose', false],
    [
      { kind: 'agent', ref: BOT, on: 'domain:default/money' },
      'payments-api',
      true,
    ],
    [{ kind: 'agent', ref: BOT, on: 'domain:default/money' }, 'loose', false],
    [
      { kind: 'agent', ref: 'agent:default/other', on: 'domain:default/money' },
      'payments-api',
      false,
    ],
  ])('%j covers %s: %s', async (scope, target, covers) => {
    const { over } = setUp(scope);
    expect(await over(target)).toHaveLength(covers ? 1 : 0);
  });

  it('invariant 5: is read anew each time, and asks the catalog only when it must', async () => {
    const { over, calls, inForce } = setUp({ kind: 'everything' });
    await over('payments-api');
    await over('payments-api');
    expect(inForce).toHaveBeenCalledTimes(2);
    expect(calls).not.toHaveBeenCalled();
  });

  it('invariant 2: fails when it cannot be told whether a stop is meant', async () => {
    const { over, calls } = setUp({
      kind: 'target',
      ref: 'domain:default/money',
    });
    calls.mockRejectedValue(new Error('away'));
    await expect(over('payments-api')).rejects.toThrow('did not answer');
  });
});
