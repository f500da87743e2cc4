import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  FreezeRecurrence,
  FreezeScope,
  freezeCondition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { buildCatalog } from '../__testUtils__/buildCatalog';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseFreezeStore } from '../store/DatabaseFreezeStore';
import { StoredFreeze, StoredFreezeException } from '../store/FreezeStore';
import { EntityContainers } from './EntityContainers';
import { FreezeCalendars } from './freezes/FreezeCalendars';
import { FreezeTimes } from './freezes/FreezeTimes';
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

function freeze(changes: Partial<StoredFreeze> = {}): StoredFreeze {
  return {
    id: uuidv7(),
    scope: { environments: ['production'] },
    from: '2026-11-20T11:00:00.000Z',
    to: '2026-11-20T13:00:00.000Z',
    reason: 'Release',
    owner: 'group:default/payments',
    createdBy: 'user:default/ann',
    revision: 1,
    createdAt: '2026-11-20T10:00:00.000Z',
    ...changes,
  };
}

const calendar = {
  id: 'releases',
  url: 'https://calendar.example.com',
  scope: { entityRef: 'system:default/payments' },
  owner: 'group:default/sre',
  zone: 'UTC',
  refreshMs: 900_000,
  ttlMs: 3_600_000,
};

describe.each(databases.eachSupportedId())('RecordedFreezes, %s', id => {
  async function setUp(
    freezes: StoredFreeze[],
    calendars: Array<typeof calendar> = [],
  ) {
    const knex = await migratedDatabase(databases, id as TestDatabaseId);
    const store = DatabaseFreezeStore.create({ knex });
    await store.create(freezes);
    const catalog = catalogServiceMock({ entities });
    const calls = jest.spyOn(catalog, 'getEntitiesByRefs');
    const source = RecordedFreezes.create({
      store,
      calendars: FreezeCalendars.create({ store, configured: calendars }),
      times: FreezeTimes.create(),
      containers: EntityContainers.create({
        auth: mockServices.auth(),
        catalog,
        now: () => NOW,
      }),
    });
    const over = async (name: string, changes: object = {}) =>
      source.inForce({
        ...asked,
        target: entity(name),
        environment: 'production',
        now: NOW,
        ...changes,
      });
    const isFrozen = async (name: string, changes: object = {}) =>
      (await over(name, changes)).value?.active;
    const except = async (
      changes: Partial<StoredFreezeException> & { freezeId: string },
    ) => {
      const exception: StoredFreezeException = {
        id: uuidv7(),
        scope: { entityRef: 'component:default/payments-api' },
        from: '2026-11-20T11:00:00.000Z',
        to: '2026-11-20T13:00:00.000Z',
        reason: 'Hotfix',
        requestedBy: 'user:default/dana',
        state: 'requested',
        approvedBy: [],
        required: 2,
        revision: 1,
        createdAt: '2026-11-20T10:00:00.000Z',
        ...changes,
      };
      await store.ask(exception);
      const approve = (revision: number, ...approvedBy: string[]) =>
        store.approve({
          id: exception.id,
          freezeId: exception.freezeId,
          revision,
          person: approvedBy[approvedBy.length - 1],
          approvedBy,
          now: NOW,
        });
      return { exception, approve };
    };
    return { over, isFrozen, except, store, calls, source };
  }

  it('says which freeze, whose and until when', async () => {
    const scope = { entityRef: 'system:default/payments' };
    const { over } = await setUp([freeze({ scope })]);
    expect(await over('payments-api')).toEqual({
      state: 'known',
      source: 'freezes',
      observedAt: NOW.toISOString(),
      value: freezeCondition([
        {
          id: expect.any(String),
          reason: 'Release',
          owner: 'group:default/payments',
          from: '2026-11-20T11:00:00.000Z',
          to: '2026-11-20T13:00:00.000Z',
          scope:
            'system:default/payments and what is part of it in all environments',
        },
      ]),
    });
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
      { environments: ['production'] },
      entities.map(one => one.metadata.name),
    ],
    ['other environments', { environments: ['staging', 'test'] }, []],
    [
      'an entity in another environment',
      { entityRef: 'system:default/payments', environments: ['staging'] },
      [],
    ],
    [
      'a system in a circle',
      { entityRef: 'system:default/round' },
      ['round', 'about'],
    ],
    [
      'what a predicate is true of',
      { targets: { kind: 'component' } },
      ['payments-api', 'payments-cache', 'loose'],
    ],
    [
      'what is part of a system and a predicate is true of',
      {
        entityRef: 'system:default/payments',
        targets: { $not: { 'metadata.name': 'payments-cache' } },
      },
      ['payments-api', 'payments'],
    ],
    [
      'what a predicate could be true of that cannot be evaluated here',
      { targets: { $never: 1 } as never, environments: ['staging'] },
      [],
    ],
    [
      'this action',
      { actions: ['deployments:deploy'], environments: ['production'] },
      entities.map(one => one.metadata.name),
    ],
    [
      'actions that begin so',
      { actions: ['tickets:*', 'deployments:*'], targets: { kind: 'domain' } },
      ['money'],
    ],
    [
      'other actions',
      {
        actions: ['deployments:restart', 'deploy*x'],
        environments: ['production'],
      },
      [],
    ],
  ])('of %s covers what is meant', async (_, scope, covered) => {
    const { isFrozen } = await setUp([freeze({ scope })]);
    const found: string[] = [];
    for (const { metadata } of entities) {
      if (await isFrozen(metadata.name)) {
        found.push(metadata.name);
      }
    }
    expect(found.sort()).toEqual([...covered].sort());
  });

  it('invariant 2: a predicate that cannot be evaluated covers everything', async () => {
    const { isFrozen } = await setUp([
      freeze({ scope: { targets: { kind: { $in: 7 } } as never } }),
    ]);
    expect(await isFrozen('loose')).toBe(true);
  });

  it('comes back as its recurrence says, in its zone', async () => {
    const recurrence: FreezeRecurrence = {
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      start: '2026-01-02T13:00:00',
      duration: 'PT2H',
      zone: 'Europe/Berlin',
    };
    const { over } = await setUp([
      freeze({ from: '2026-01-02T12:00:00.000Z', to: undefined, recurrence }),
    ]);
    const at = async (text: string) =>
      (await over('loose', { now: new Date(text) })).value!;
    expect(await at('2026-11-20T11:59:59.999Z')).toMatchObject({
      active: false,
    });
    expect(await at('2026-11-20T12:00:00.000Z')).toMatchObject({
      active: true,
      freezes: [
        { from: '2026-11-20T12:00:00.000Z', to: '2026-11-20T14:00:00.000Z' },
      ],
    });
    expect(await at('2026-11-20T14:00:00.000Z')).toMatchObject({
      active: false,
    });
    // summer time
    expect(await at('2026-07-03T11:00:00.000Z')).toMatchObject({
      active: true,
    });
  });

  it('invariant 2: a recurrence that cannot be worked out is in force', async () => {
    const recurrence: FreezeRecurrence = {
      rule: 'FREQ=WEEKLY',
      start: '2026-01-02T13:00:00',
      duration: 'PT2H',
      zone: 'Europe/Atlantis',
    };
    const { isFrozen } = await setUp([
      freeze({ from: '2026-01-02T12:00:00.000Z', to: undefined, recurrence }),
    ]);
    expect(await isFrozen('loose')).toBe(true);
  });

  it('takes out what is excepted, from this freeze only, once enough people approved', async () => {
    const release = freeze({ scope: { entityRef: 'system:default/payments' } });
    const { over, except } = await setUp([release]);
    const { exception, approve } = await except({ freezeId: release.id });
    const inForce = { active: true, excepted: [] };
    expect((await over('payments-api')).value).toMatchObject(inForce);
    await approve(1, 'user:default/ann');
    expect((await over('payments-api')).value).toMatchObject(inForce);
    await approve(2, 'user:default/ann', 'user:default/ben');
    expect((await over('payments-api')).value).toEqual({
      active: false,
      freezes: [],
      excepted: [
        expect.objectContaining({
          id: release.id,
          exceptionId: exception.id,
          exceptedBy: ['user:default/ann', 'user:default/ben'],
        }),
      ],
    });
    // what is part of it too, and nothing else
    expect((await over('payments-cache')).value).toMatchObject({
      active: false,
    });
    expect((await over('payments')).value).toMatchObject(inForce);
  });

  it('counts another freeze all the same', async () => {
    const release = freeze();
    const audit = freeze({ reason: 'Audit' });
    const { over, except } = await setUp([release, audit]);
    const { approve } = await except({ freezeId: release.id, required: 1 });
    await approve(1, 'user:default/ann');
    expect((await over('payments-api')).value).toMatchObject({
      active: true,
      freezes: [{ reason: 'Audit' }],
      excepted: [{ reason: 'Release' }],
    });
  });

  it.each<[string, Partial<StoredFreezeException>, boolean]>([
    ['this agent', { scope: { agentRef: asked.agentRef } }, false],
    ['another agent', { scope: { agentRef: 'agent:default/other' } }, true],
    ['this action', { scope: { actions: ['deployments:*'] } }, false],
    ['another action', { scope: { actions: ['tickets:*'] } }, true],
    ['this environment', { scope: { environments: ['production'] } }, false],
    ['another environment', { scope: { environments: ['staging'] } }, true],
    ['this system', { scope: { entityRef: 'system:default/payments' } }, false],
    ['this domain', { scope: { entityRef: 'domain:default/money' } }, false],
    ['another system', { scope: { entityRef: 'system:default/about' } }, true],
    [
      'this agent on another entity',
      {
        scope: {
          agentRef: asked.agentRef,
          entityRef: 'component:default/loose',
        },
      },
      true,
    ],
    ['from now on', { from: NOW.toISOString() }, false],
    ['from later on', { from: '2026-11-20T12:00:00.001Z' }, true],
    ['until later', { to: '2026-11-20T12:00:00.001Z' }, false],
  ])('excepts %s', async (_, changes, isFrozenStill) => {
    const release = freeze();
    const { isFrozen, except } = await setUp([release]);
    const { approve } = await except({
      freezeId: release.id,
      required: 1,
      ...changes,
    });
    expect(await approve(1, 'user:default/ann')).toMatchObject({
      state: 'active',
    });
    expect(await isFrozen('payments-api')).toBe(isFrozenStill);
  });

  it('excepts until the last millisecond before its end', async () => {
    const release = freeze();
    const { isFrozen, except } = await setUp([release]);
    const { approve } = await except({
      freezeId: release.id,
      required: 1,
      to: '2026-11-20T12:30:00.000Z',
    });
    await approve(1, 'user:default/ann');
    const at = (text: string) =>
      isFrozen('payments-api', { now: new Date(text) });
    expect(await at('2026-11-20T12:29:59.999Z')).toBe(false);
    expect(await at('2026-11-20T12:30:00.000Z')).toBe(true);
  });

  it('answers decisions that arrive together each for its own moment', async () => {
    const early = freeze({ reason: 'Early', to: NOW.toISOString() });
    const late = freeze({ reason: 'Late', from: NOW.toISOString() });
    const { over } = await setUp([early, late]);
    const before = new Date(NOW.getTime() - 1);
    const [now, then] = await Promise.all([
      over('loose'),
      over('loose', { now: before }),
    ]);
    expect(now.value?.freezes).toMatchObject([{ reason: 'Late' }]);
    expect(then.value?.freezes).toMatchObject([{ reason: 'Early' }]);
  });

  it('asks the catalog only when the target does not say by itself', async () => {
    const none = await setUp([]);
    await none.over('payments-api');
    expect(none.calls).not.toHaveBeenCalled();
    const own = await setUp([
      freeze({ scope: { entityRef: 'system:default/payments' } }),
      freeze(),
    ]);
    expect((await own.over('payments-api')).value?.freezes).toHaveLength(2);
    expect(own.calls).not.toHaveBeenCalled();
    const other = await setUp([
      freeze({ scope: { entityRef: 'system:default/checkout' } }),
    ]);
    expect(await other.isFrozen('payments-api')).toBe(false);
    expect(other.calls).toHaveBeenCalled();
  });

  it('invariant 11: a catalog that fails is never "no freeze"', async () => {
    const { over, calls } = await setUp([
      freeze({ scope: { entityRef: 'domain:default/money' } }),
    ]);
    calls.mockRejectedValue(new Error('connection refused'));
    await expect(over('payments-api')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('refuses to guess beyond what it can follow', async () => {
    const { over } = await setUp([
      freeze({ scope: { entityRef: 'domain:default/money' } }),
    ]);
    const target = {
      ...entity('loose'),
      relations: Array.from({ length: 250 }, (_, i) => ({
        type: 'partOf',
        targetRef: `system:default/s${i}`,
      })),
    };
    await expect(over('loose', { target })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('invariant 11: a calendar that was not read for too long makes "no freeze" stale, where it speaks', async () => {
    const { over, store } = await setUp([], [calendar]);
    expect(await over('payments-api')).toMatchObject({
      state: 'stale',
      value: { active: false },
      ttlSeconds: 3_600,
      note: 'The freeze calendar releases has not been read yet',
    });
    expect(await over('loose')).toMatchObject({ state: 'known' });

    const readAt = '2026-11-20T11:00:00.000Z';
    await store.noteCalendar({
      id: 'releases',
      readAt,
      triedAt: readAt,
      events: 0,
      problems: [],
      revision: 0,
    });
    const justBefore = new Date(NOW.getTime() - 1);
    expect(await over('payments-api', { now: justBefore })).toMatchObject({
      state: 'known',
    });
    expect(await over('payments-api')).toMatchObject({
      state: 'stale',
      observedAt: readAt,
      note: `The freeze calendar releases was last read at ${readAt}`,
    });
  });

  it('knows of a freeze in force whatever a calendar might add', async () => {
    const { over } = await setUp([freeze()], [calendar]);
    expect(await over('payments-api')).toMatchObject({
      state: 'known',
      value: { active: true },
    });
  });
});
