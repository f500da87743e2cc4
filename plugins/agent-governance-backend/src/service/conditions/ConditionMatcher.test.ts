import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConditionMatcher } from './ConditionMatcher';
import { ListenedSource } from './ListenedSource';
import { ParsedReport } from './ParsedReport';

const AT = new Date('2026-11-20T12:00:00.000Z');
const ANNOTATION = 'pagerduty.com/service-id';

function component(name: string, serviceId?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(serviceId && { annotations: { [ANNOTATION]: serviceId } }),
    },
  };
}

const entities = [
  component('orders-api'),
  component('mail', 'PMAIL'),
  component('mail-worker', 'PMAIL'),
];

function source(changes: Partial<ListenedSource> = {}): ListenedSource {
  return {
    id: 'source',
    title: 'Source',
    type: 'generic',
    kind: 'incident',
    ttlMs: 1,
    entities: { map: new Map(), label: 'entity' },
    environmentMap: new Map(),
    ...changes,
  };
}

function report(changes: Partial<ParsedReport> = {}): ParsedReport {
  return {
    key: 'k',
    subject: 'orders-api',
    status: 'open',
    observedAt: AT,
    path: 'reports[0]',
    ...changes,
  };
}

describe('ConditionMatcher', () => {
  const logger = mockServices.logger.mock();

  async function match(
    one: ParsedReport,
    from: ListenedSource,
    catalog: CatalogService = catalogServiceMock({ entities }),
  ) {
    const matcher = ConditionMatcher.create({
      auth: mockServices.auth(),
      catalog,
      environments: [
        {
          name: 'production',
          owner: 'group:default/sre',
          rank: 0,
          production: true,
        },
      ],
      logger,
    });
    return (await matcher.match([one], from))[0];
  }

  it.each([
    ['a full ref', 'Component:Default/Orders-API'],
    ['a name, for a component', 'orders-api'],
  ])('takes %s', async (_, subject) => {
    expect(await match(report({ subject }), source())).toEqual({
      entityRefs: ['component:default/orders-api'],
    });
  });

  it('prefers the map to all else', async () => {
    const map = new Map([['orders-api', ['component:default/mail']]]);
    expect(
      await match(report(), source({ entities: { map, label: 'entity' } })),
    ).toEqual({ entityRefs: ['component:default/mail'] });
  });

  it('finds every entity that carries the annotation', async () => {
    const from = source({
      type: 'pagerduty',
      entities: { map: new Map(), label: 'entity', annotation: ANNOTATION },
    });
    expect(await match(report({ subject: 'PMAIL' }), from)).toEqual({
      entityRefs: ['component:default/mail', 'component:default/mail-worker'],
    });
    expect(await match(report({ subject: 'PNONE' }), from)).toMatchObject({
      entityRefs: [],
      unmatched: expect.stringContaining(`'PNONE' is no entity ref`),
    });
  });

  it('keeps the name of what is not there yet, and says so', async () => {
    expect(await match(report({ subject: 'ghost' }), source())).toEqual({
      entityRefs: ['component:default/ghost'],
      unmatched: 'There is no component:default/ghost in the catalog',
    });
  });

  it.each([
    ['what it says', {}, { environment: 'production' }, 'production'],
    ['all, where nothing is said', {}, {}, undefined],
    [
      'the one of the source, where nothing is said',
      { environment: 'production' },
      {},
      'production',
    ],
    [
      'what the source means by it',
      { environmentMap: new Map([['prod', 'production']]) },
      { environment: 'prod' },
      'production',
    ],
  ])('takes as environment %s', async (_, from, said, environment) => {
    expect((await match(report(said), source(from))).environment).toBe(
      environment,
    );
  });

  it('takes nothing as said about all environments because it does not know the one', async () => {
    expect(await match(report({ environment: 'moon' }), source())).toEqual({
      entityRefs: [],
      unmatched: `There is no environment 'moon'`,
    });
  });

  describe('while the catalog is away', () => {
    const away = {
      getEntitiesByRefs: async () => {
        throw new Error('no answer');
      },
      getEntities: async () => {
        throw new Error('no answer');
      },
    } as unknown as CatalogService;

    it('takes refs as they are: an incident counts whatever else is down', async () => {
      expect(await match(report({ subject: 'ghost' }), source(), away)).toEqual(
        { entityRefs: ['component:default/ghost'] },
      );
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('were not held against the catalog'),
      );
    });

    it('asks for what only it could say to be sent again', async () => {
      const from = source({
        entities: { map: new Map(), label: 'entity', annotation: ANNOTATION },
      });
      await expect(
        match(report({ subject: 'PMAIL' }), from, away),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('send it again'),
      });
    });
  });
});
