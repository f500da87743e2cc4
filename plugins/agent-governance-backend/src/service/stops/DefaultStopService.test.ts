import {
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  Stop,
  StopScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { buildCatalog } from '../../__testUtils__/buildCatalog';
import { catalogHiding } from '../../__testUtils__/catalogHiding';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { EntityContainers } from '../../facts/EntityContainers';
import { DatabaseLedgerReader } from '../../ledger/DatabaseLedgerReader';
import { requestRow } from '../../store/__testUtils__/records';
import { DatabaseActionRequestStore } from '../../store/DatabaseActionRequestStore';
import { DatabaseStopStore } from '../../store/DatabaseStopStore';
import { ActionRequestRow } from '../../store/rows';
import { PersonCaller } from '../Caller';
import { CatalogPeopleDirectory } from '../people/CatalogPeopleDirectory';
import { DefaultStopService } from './DefaultStopService';
import { StopAuthority } from './StopAuthority';
import { StopLister } from './StopLister';
import { StopReleaser } from './StopReleaser';
import { StopSweeper } from './StopSweeper';
import { StopTargets } from './StopTargets';

jest.setTimeout(180_000);

const NOW = new Date('2026-11-20T12:00:00.000Z');
const BOT = 'agent:default/deploy-bot';
const API = 'component:default/payments-api';

/** Petra owns the agent, Ann and Al the service (Al through a group inside it, twice), Cy and Di administer. */
const plan = {
  people: {
    petra: ['platform'],
    ann: ['payments'],
    al: ['payments', 'payments-night'],
    cy: ['admins'],
    di: ['admins'],
    dee: [],
  },
  groups: {
    platform: undefined,
    payments: undefined,
    'payments-night': 'payments',
    admins: undefined,
  },
  things: {
    'agent:deploy-bot': { owner: 'group:default/platform' },
    'agent:lone-bot': {},
    'system:pay': { owner: 'group:default/payments' },
    'component:payments-api': {
      owner: 'group:default/payments',
      partOf: ['system:default/pay'],
    },
    'component:other': { owner: 'group:default/platform' },
  },
};

const person = (name: string): PersonCaller => ({
  kind: 'person',
  ref: `user:default/${name}`,
  credentials: mockCredentials.user(`user:default/${name}`),
});

const onBot: StopScope = { kind: 'agent', ref: BOT };
const onBotHere: StopScope = { ...onBot, on: API };
const onApi: StopScope = { kind: 'target', ref: API };
const onSystem: StopScope = { kind: 'target', ref: 'system:default/pay' };
const onDeploys: StopScope = { kind: 'action', ref: 'deployments:deploy' };
const onUnowned: StopScope = { kind: 'action', ref: 'tickets:escalate' };
const onAll: StopScope = { kind: 'everything' };

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DefaultStopService, %s', id => {
  async function setUp(options: { hidden?: string[]; quorum?: number } = {}) {
    const knex = await migratedDatabase(databases, id);
    const entities = buildCatalog(plan);
    const { catalog, visibility } = catalogHiding(
      entities,
      options.hidden ?? [],
    );
    const auth = mockServices.auth();
    let ms = NOW.getTime();
    // each stop later than the one before
    const now = () => new Date((ms += 1));
    const store = DatabaseStopStore.create({ knex });
    const containers = EntityContainers.create({ auth, catalog, now });
    const notifier = { changed: jest.fn() };
    const logger = mockServices.logger.mock();
    const people = CatalogPeopleDirectory.create({ auth, catalog });
    const actions = {
      get: (action: string) =>
        ({
          'deployments:deploy': { owner: 'group:default/platform' },
          'tickets:escalate': {},
        }[action] as never),
    };
    const targets = StopTargets.create({ auth, catalog, containers, store });
    const sweeper = StopSweeper.create({
      store,
      targets,
      notifier,
      logger,
      now,
    });
    const authority = StopAuthority.create({
      auth,
      catalog,
      people,
      visibility,
      actions,
      config: { admins: ['group:admins'] },
    });
    const service = DefaultStopService.create({
      store,
      authority,
      releaser: StopReleaser.create({ store, authority, sweeper, now }),
      lister: StopLister.create({ store, catalog, containers, visibility }),
      sweeper,
      targets,
      actions,
      config: { stops: { releaseQuorum: options.quorum ?? 2 } },
      notifier,
      now,
    });
    const requests = DatabaseActionRequestStore.create({ knex });
    const reader = DatabaseLedgerReader.create({ knex });
    return {
      knex,
      store,
      service,
      sweeper,
      notifier,
      catalog,
      entities,
      requests,
      pull: (who: string, scope: StopScope) =>
        service.pull({ scope, reason: ' odd ' }, { caller: person(who) }),
      release: (who: string, stop: Stop, comment?: string) =>
        service.release(
          stop.id,
          { revision: stop.revision, comment },
          { caller: person(who) },
        ),
      async add(
        verdict: 'allow' | 'hold',
        overrides: Partial<ActionRequestRow> = {},
      ) {
        const made = requestRow({ verdict, now: NOW, overrides });
        await requests.insert({ ...made, messages: [], now: NOW });
        return made.row.id;
      },
      stateOf: async (requestId: string) =>
        (await requests.get(requestId))!.state,
      findings: async () => (await verifyLedger(reader.stored({}))).findings,
    };
  }

  it.each<[StopScope, string[]]>([
    [onBot, ['petra', 'cy', 'di']],
    [onBotHere, ['ann', 'al', 'cy', 'di']],
    [onApi, ['ann', 'al', 'cy', 'di']],
    [onSystem, ['ann', 'al', 'cy', 'di']],
    [onDeploys, ['petra', 'cy', 'di']],
    [onUnowned, ['cy', 'di']],
    [onAll, ['cy', 'di']],
    [{ kind: 'agent', ref: 'agent:default/lone-bot' }, ['cy', 'di']],
  ])(
    '%j is pulled at once by any of %j, and nobody else',
    async (scope, may) => {
      const { service, pull } = await setUp();
      const outcomes: Record<string, unknown> = {};
      for (const who of Object.keys(plan.people)) {
        const { allowed, impact } = await service.preview(scope, {
          caller: person(who),
        });
        outcomes[who] = {
          allowed,
          told: impact !== undefined,
          pulled: await pull(who, scope).then(
            stop => stop.state,
            error => error.name,
          ),
        };
      }
      const expected = Object.keys(plan.people).map(who => [
        who,
        may.includes(who)
          ? { allowed: true, told: true, pulled: 'in-force' }
          : { allowed: false, told: false, pulled: 'NotAllowedError' },
      ]);
      expect(outcomes).toEqual(Object.fromEntries(expected));
    },
  );

  it.each<[string, object, string]>([
    ['of no kind', { kind: 'moon' }, 'scope.kind'],
    ['of an agent that is none', { kind: 'agent', ref: API }, 'scope.ref'],
    ['of a target that is an agent', { kind: 'target', ref: BOT }, 'scope.ref'],
    ['of a target without a name', { kind: 'target' }, 'scope.ref'],
    ['of an unknown action', { kind: 'action', ref: 'a:b' }, 'scope.ref'],
    ['of everything and more', { ...onAll, ref: API }, 'scope.ref'],
    ['of a target, confined', { ...onApi, on: API }, 'scope.on'],
    ['confined to no ref', { ...onBot, on: 'pay ments' }, 'scope.on'],
  ])('refuses a stop %s, naming the field', async (_, scope, field) => {
    const { pull } = await setUp();
    await expect(pull('cy', scope as StopScope)).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`${field}:`),
      }),
    );
  });

  it('refuses a stop without a reason, and one of what does not exist: it would brake nothing', async () => {
    const { service, pull } = await setUp();
    await expect(
      service.pull({ scope: onAll, reason: ' ' }, { caller: person('cy') }),
    ).rejects.toThrow('reason:');
    for (const scope of [
      { kind: 'agent', ref: 'agent:default/deploy-bto' },
      { kind: 'agent', ref: BOT, on: 'component:default/payments-ap' },
    ] as const) {
      await expect(pull('cy', scope)).rejects.toThrow('does not exist');
    }
  });

  it('invariant 14: says of a hidden entity that it does not exist, but lets whoever answers for it stop it', async () => {
    const { pull } = await setUp({ hidden: [API] });
    await expect(pull('dee', onApi)).rejects.toThrow('does not exist');
    await expect(pull('dee', onBotHere)).rejects.toThrow('does not exist');
    expect(await pull('ann', onApi)).toMatchObject({ state: 'in-force' });
  });

  it('pulled twice it is one stop; previewed, it says so', async () => {
    const { service, pull, store } = await setUp();
    const [one, two] = await Promise.all([
      pull('petra', onBot),
      pull('cy', onBot),
    ]);
    expect(two.id).toBe(one.id);
    expect(await store.inForce()).toHaveLength(1);
    expect(
      await service.preview(onBot, { caller: person('petra') }),
    ).toMatchObject({ inForce: { id: one.id } });
    expect(
      (await service.preview(onBotHere, { caller: person('ann') })).inForce,
    ).toBeUndefined();
  });

  it('invariant 6: released by two people with authority over it, who may include whoever pulled it', async () => {
    const { service, pull, release, findings } = await setUp();
    const stop = await pull('ann', onApi);
    await expect(release('petra', stop)).rejects.toThrow('Only');
    expect(await release('ann', stop, 'fixed')).toMatchObject({
      state: 'in-force',
      release: {
        quorum: 2,
        approvals: [{ approvedBy: 'user:default/ann', comment: 'fixed' }],
      },
    });
    await expect(release('ann', stop)).rejects.toThrow('You agreed before');
    expect(await service.get(stop.id, { caller: person('ann') })).toMatchObject(
      {
        mayRelease: { allowed: false, because: 'You agreed already' },
        eligible: 4,
      },
    );
    expect(
      (await service.get(stop.id, { caller: person('cy') })).mayRelease,
    ).toMatchObject({ allowed: true });
    expect(await release('cy', stop)).toMatchObject({ state: 'released' });
    await expect(release('di', stop)).rejects.toThrow('is released');
    expect(await findings()).toEqual([]);
  });

  it('invariant 6: one person through two groups is one person', async () => {
    const { pull, release } = await setUp();
    const stop = await pull('al', onApi);
    expect(await release('al', stop)).toMatchObject({ state: 'in-force' });
    await expect(release('al', stop)).rejects.toThrow('You agreed before');
  });

  it('invariant 6: who lost their standing before the last agreed no longer counts', async () => {
    const { pull, release, entities } = await setUp();
    const stop = await pull('ann', onApi);
    await release('al', stop);
    const al = entities.find(({ metadata }) => metadata.name === 'al')!;
    al.relations = [];
    expect(await release('ann', stop)).toMatchObject({ state: 'in-force' });
    expect(await release('cy', stop)).toMatchObject({ state: 'released' });
  });

  it('a quorum nobody can meet stays unmet, and is shown to be', async () => {
    const { service, pull, release } = await setUp({ quorum: 4 });
    const stop = await pull('petra', onBot);
    for (const who of ['petra', 'cy', 'di']) {
      expect(await release(who, stop)).toMatchObject({ state: 'in-force' });
    }
    expect(await service.get(stop.id, { caller: person('cy') })).toMatchObject({
      eligible: 3,
      release: { quorum: 4 },
    });
  });

  it('pulled again while its release is under way, everybody looks anew', async () => {
    const { pull, release } = await setUp();
    const stop = await pull('ann', onApi);
    await release('cy', stop);
    const again = await pull('al', onApi);
    expect(again).toMatchObject({
      id: stop.id,
      revision: 2,
      release: { approvals: [] },
    });
    await expect(release('ann', stop)).rejects.toThrow('pulled again');
    await release('cy', again);
    expect(await release('ann', again)).toMatchObject({ state: 'released' });
  });

  it('two who agree at the same moment release it', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { pull, release, store } = await setUp();
      const stop = await pull('cy', onAll);
      await Promise.all([release('cy', stop), release('di', stop)]);
      expect(await store.inForce()).toEqual([]);
    }
  });

  describe('what is under way', () => {
    it('invariant 8: ends as stopped, in a system as on one entity, and nothing beside it', async () => {
      const { service, pull, add, stateOf, findings, requests, sweeper } =
        await setUp();
      const held = await add('hold');
      const authorised = await add('allow');
      const beside = await add('allow', {
        target_ref: 'component:default/other',
      });
      expect(
        (await service.preview(onSystem, { caller: person('ann') })).impact,
      ).toEqual({ held: 1, authorised: 1, cutOff: 0, finishing: 0 });
      await pull('ann', onSystem);
      await sweeper.sweep(10);
      expect(
        await Promise.all([held, authorised, beside].map(stateOf)),
      ).toEqual(['stopped', 'stopped', 'authorised']);
      expect((await requests.get(held))!.because).toBe(
        'Stopped: everything agents do to system:default/pay is stopped: “odd” (pulled by user:default/ann).',
      );
      expect(await findings()).toEqual([]);
    });

    it('invariant 15: however many requests there are, all of them end, by sweeps that several do at once and one of which fails half way', async () => {
      const { store, pull, add, sweeper, knex, findings } = await setUp();
      for (let i = 0; i < 230; i++) {
        await add(i % 2 ? 'hold' : 'allow');
      }
      const left = async () =>
        (await store.nextToStop({ scope: onBot }, 1_000)).length;
      // pulled by a process that dies before it sweeps
      jest.spyOn(sweeper, 'sweepSoon').mockReturnValue();
      const stop = await pull('petra', onBot);
      expect(await left()).toBe(230);

      const { stopRequests } = store;
      let calls = 0;
      jest.spyOn(store, 'stopRequests').mockImplementation(options => {
        calls += 1;
        return calls === 2
          ? Promise.reject(new Error('the process was killed'))
          : stopRequests.call(store, options);
      });
      await sweeper.sweep(500);
      expect(await left()).toBe(180);
      await Promise.all([
        sweeper.sweep(500),
        sweeper.sweep(500),
        sweeper.sweep(500),
      ]);
      await sweeper.sweep(500);
      expect(await left()).toBe(0);
      const entries = await knex('ledger_entry')
        .where({ type: 'action-request.transitioned' })
        .count({ n: '*' })
        .first();
      expect(Number(entries!.n)).toBe(230);
      expect(await findings()).toEqual([]);
      expect(stop.state).toBe('in-force');
    });

    it('a stop whose scope cannot be told keeps no other waiting, and holds without being swept', async () => {
      const { pull, add, stateOf, sweeper, catalog, store } = await setUp();
      await pull('ann', onSystem);
      await pull('petra', onBot);
      const request = await add('allow');
      jest
        .spyOn(catalog, 'getEntitiesByRefs')
        .mockRejectedValue(new Error('the catalog is away'));
      await sweeper.sweep(10);
      expect(await stateOf(request)).toBe('stopped');
      expect(await store.inForce()).toHaveLength(2);
    });

    it('nothing runs after a release that the stop covered: it is not released before that has ended', async () => {
      const { pull, release, add, stateOf, store, sweeper } = await setUp();
      const stop = await pull('petra', onBot);
      const late = await add('allow');
      await release('petra', stop);
      const sweepOne = jest
        .spyOn(sweeper, 'sweepOne')
        .mockResolvedValueOnce(false);
      await expect(release('cy', stop)).rejects.toThrow('agree again');
      expect(await store.inForce()).toHaveLength(1);
      sweepOne.mockRestore();
      expect(await release('cy', stop)).toMatchObject({ state: 'released' });
      expect(await stateOf(late)).toBe('stopped');
    });
  });

  describe('lists', () => {
    const scopesOf = (stops: Stop[]) => stops.map(({ scope }) => scope);

    it('what is felt on the page of an entity, and of an agent', async () => {
      const { service, pull, add } = await setUp();
      const covering = async (ref: string) =>
        scopesOf(
          (
            await service.list(
              { covering: ref, state: 'in-force' },
              { caller: person('dee') },
            )
          ).items,
        );
      const all = [onBot, onSystem, onBotHere, onDeploys, onAll];
      for (const scope of all) {
        await pull('cy', scope);
      }
      expect(await covering(API)).toEqual([
        onAll,
        onDeploys,
        onBotHere,
        onSystem,
      ]);
      expect(await covering('component:default/other')).toEqual([
        onAll,
        onDeploys,
      ]);
      expect(await covering(BOT)).toEqual([onAll, onDeploys, onBotHere, onBot]);
      // it has acted here by now
      await add('hold');
      expect(await covering(API)).toEqual([
        onAll,
        onDeploys,
        onBotHere,
        onSystem,
        onBot,
      ]);
    });

    it('invariant 14: no stop of what somebody may not read, and gives it away to nobody', async () => {
      const { service, pull } = await setUp({ hidden: [API] });
      const hidden = await pull('cy', onApi);
      await pull('cy', onAll);
      const caller = person('dee');
      expect(scopesOf((await service.list({}, { caller })).items)).toEqual([
        onAll,
      ]);
      await expect(service.get(hidden.id, { caller })).rejects.toThrow(
        'There is no such stop',
      );
      await expect(
        service.release(hidden.id, { revision: 1 }, { caller }),
      ).rejects.toThrow('There is no such stop');
      expect(
        await service.get(hidden.id, { caller: person('ann') }),
      ).toMatchObject({ scope: onApi });
    });

    it('page by page', async () => {
      const { service, pull } = await setUp();
      for (const scope of [onBot, onApi, onAll]) {
        await pull('cy', scope);
      }
      const caller = person('cy');
      const first = await service.list({ limit: 2 }, { caller });
      expect(scopesOf(first.items)).toEqual([onAll, onApi]);
      const second = await service.list(
        { limit: 2, cursor: first.nextCursor },
        { caller },
      );
      expect(scopesOf(second.items)).toEqual([onBot]);
      expect(second.nextCursor).toBeUndefined();
    });
  });
});
