import {
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  ContextReportInput,
  ContextSnapshot,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { buildCatalog } from '../../__testUtils__/buildCatalog';
import { catalogHiding } from '../../__testUtils__/catalogHiding';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { GovernanceConfig } from '../../GovernanceConfig';
import { EntityContainers } from '../../facts/EntityContainers';
import { FreezeTimes } from '../../facts/freezes/FreezeTimes';
import { FreezesAhead } from '../../facts/freezes/FreezesAhead';
import { DatabaseFreezeStore } from '../../store/DatabaseFreezeStore';
import { AgentCaller, PersonCaller, ServiceCaller } from '../Caller';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { CatalogPeopleDirectory } from '../people/CatalogPeopleDirectory';
import { createContext } from '../../wiring/createContext';

const DAY = 86_400;
const START = Date.UTC(2026, 10, 20, 12);
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

const A = 'component:default/mailer';

const plan = {
  people: { ann: ['support'], bo: ['data'], cy: [] },
  groups: { support: undefined, data: undefined },
  things: {
    'domain:secret': {},
    'system:desk': { partOf: ['domain:default/secret'] },
    'component:mailer': {
      owner: 'group:default/support',
      partOf: ['system:default/desk'],
      spec: { lifecycle: 'production' },
    },
    'component:hidden': { owner: 'group:default/support' },
  },
};

const config = {
  context: {
    standards: [
      {
        factType: 'template',
        title: 'Partner template',
        warnAfterSeconds: 20 * DAY,
        errorAfterSeconds: 30 * DAY,
        signOffBy: 'target-owner',
      },
      {
        factType: 'data-class',
        title: 'Data class',
        signOffBy: 'group:default/data',
      },
      { factType: 'deployment', title: 'Deployment', warnAfterSeconds: 60 },
    ],
    sources: [
      {
        id: 'templates',
        subject: 'external:templates',
        factTypes: ['template', 'data-class'],
      },
      { id: 'scanner', subject: 'external:scanner', factTypes: ['data-class'] },
    ],
    snapshotTtlMs: 3_600_000,

    clockSkewMs: 30_000,
  },
  limits: { contextValueBytes: 64, openRequestsPerAgent: 1, inputBytes: 1 },
} as Partial<GovernanceConfig> as GovernanceConfig;

const person = (name: string): PersonCaller => ({
  kind: 'person',
  ref: `user:default/${name}`,
  credentials: mockCredentials.user(`user:default/${name}`),
});
const agent = (name: string): AgentCaller => ({
  kind: 'agent',
  ref: `agent:default/${name}`,
  credentials: mockCredentials.user(`agent:default/${name}`),
});
const service = (name: string): ServiceCaller => ({
  kind: 'service',
  subject: `external:${name}`,
  credentials: mockCredentials.service(`external:${name}`),
});
const [ann, bo, cy] = ['ann', 'bo', 'cy'].map(person);
const bot = agent('bot');

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DefaultContextService, %s', id => {
  let knex: Knex;
  let entities: Entity[];

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id);
    entities = buildCatalog(plan);
  });

  function setUp(hidden: string[] = []) {
    const clock = { ms: START };
    const now = () => new Date(clock.ms);
    const { catalog, visibility } = catalogHiding(entities, hidden);
    const auth = mockServices.auth();
    const notifier = { changed: jest.fn() };
    const freezes = DatabaseFreezeStore.create({ knex });
    const ahead = FreezesAhead.create({
      store: freezes,
      containers: EntityContainers.create({ auth, catalog, now }),
      times: FreezeTimes.create(),
    });
    const context = createContext({
      auth,
      catalog,
      knex,
      config,
      actions: {
        requires: (type: string) => ['template', 'deployment'].includes(type),
      } as unknown as ActionRegistry,
      people: CatalogPeopleDirectory.create({ auth, catalog }),
      visibility,
      freezes: ahead,
      notifier,
      now,
    });
    const target = () =>
      entities.find(one => one.metadata.name === 'mailer') as Entity;
    return {
      ...context,
      clock,
      catalog,
      notifier,
      freezes,
      say: (
        changes: Partial<ContextReportInput['facts'][number]>,
        source = 'templates',
      ) =>
        context.service.report(
          {
            source,
            facts: [
              {
                entity: 'Component:mailer',
                factType: 'template',
                value: 'v1',
                observedAt: at(0),
                ...changes,
              },
            ],
          },
          { caller: service(source) },
        ),
      fact: async (factType: string, caller = ann) =>
        (await context.service.get(A, { caller })).facts.find(
          one => one.factType === factType,
        ),
      compare: (snapshot: ContextSnapshot, options: { quotedAt?: Date } = {}) =>
        context.facts.compareQuoted({
          agentRef: bot.ref,
          target: target(),
          snapshotId: snapshot.id,
          now: now(),
          ...options,
        }),
      measure: async (factTypes: string[]) =>
        context.facts.measure({ target: target(), factTypes, now: now() }),
    };
  }

  describe('get', () => {
    it('shows what is stated and what an action would miss, with where from', async () => {
      const { service: context, say } = setUp();
      await say({ observedAt: at(-DAY), revision: 'r7' });
      const snapshot = await context.get('Component:mailer', { caller: cy });
      expect(snapshot).toEqual({
        entityRef: A,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        takenAt: at(0),
        facts: [
          expect.objectContaining({
            factType: 'deployment',
            freshness: 'unknown',
          }),
          expect.objectContaining({
            factType: 'lifecycle',
            value: 'production',
            source: 'catalog',
            observedAt: at(0),
            freshness: 'fresh',
          }),
          expect.objectContaining({
            factType: 'owner',
            title: 'Owner',
            value: 'group:default/support',
          }),
          expect.objectContaining({
            factType: 'system',
            value: 'system:default/desk',
          }),
          {
            entityRef: A,
            factType: 'template',
            title: 'Partner template',
            value: 'v1',
            digest: expect.stringMatching(/^[0-9a-f]{64}$/),
            source: 'templates',
            sourceRevision: 'r7',
            observedAt: at(-DAY),
            acquiredAt: at(0),
            verifiedAt: at(-DAY),
            ageSeconds: DAY,
            freshness: 'fresh',
            standard: config.context.standards[0],
            maySignOff: false,
          },
        ],
        freezes: [],
      });
    });

    it('tells people which values they may sign off, agents none', async () => {
      const { service: context, say, fact } = setUp();
      await say({});
      await say({ factType: 'data-class', value: 'internal' });
      const signable = async (caller: PersonCaller | AgentCaller) =>
        (await context.get(A, { caller })).facts
          .filter(one => one.maySignOff)
          .map(one => one.factType);
      expect(await signable(ann)).toEqual(['template']);
      expect(await signable(bo)).toEqual(['data-class']);
      expect(await signable(cy)).toEqual([]);
      expect(await signable(bot)).toEqual([]);
      await say({ factType: 'data-class', value: 'public' }, 'scanner');
      expect(await fact('data-class', bo)).toMatchObject({
        freshness: 'unknown',
        maySignOff: false,
      });
    });

    it('gives agents, and only agents, something to quote', async () => {
      const { service: context } = setUp();
      expect(await context.get(A, { caller: bot })).toMatchObject({
        id: expect.any(String),
        takenAt: at(0),
        expiresAt: at(3600),
      });
      for (const caller of [ann, service('templates')]) {
        expect(await context.get(A, { caller })).not.toHaveProperty('id');
      }
      expect(await knex('context_snapshot').pluck('agent_ref')).toEqual([
        bot.ref,
      ]);
    });

    it('has one digest for one state, whoever looks and whenever', async () => {
      const { service: context, say, clock } = setUp();
      await say({});
      const first = await context.get(A, { caller: ann });
      clock.ms += 1000;
      expect((await context.get(A, { caller: bot })).digest).toBe(first.digest);
      await say({ value: 'v2', observedAt: at(1) });
      expect((await context.get(A, { caller: bot })).digest).not.toBe(
        first.digest,
      );
    });

    it('includes freezes over the entity for seven days ahead, masked where needed', async () => {
      const { service: context, freezes } = setUp(['domain:default/secret']);
      const set = async (from: number, scope: object, n: number) =>
        freezes.create([
          {
            id: `019a0000-0000-7000-8000-00000000000${n}`,
            scope,
            from: at(from),
            to: at(from + 60),
            reason: `freeze ${n}`,
            owner: 'group:default/support',
            createdBy: ann.ref,
            revision: 1,
            createdAt: at(from),
          },
        ]);
      await set(0, { environments: ['production'] }, 1);
      await set(7 * DAY, { entityRef: 'system:default/desk' }, 2);
      await set(7 * DAY + 1, { entityRef: A }, 3);
      await set(1, { entityRef: 'domain:default/secret' }, 4);
      await set(1, { entityRef: 'component:default/hidden' }, 5);
      await set(-60, { entityRef: A }, 6);
      const snapshot = await context.get(A, { caller: bot });
      expect(
        snapshot.freezes.map(({ reason, scope }) => [reason, scope]),
      ).toEqual([
        ['freeze 1', { environments: ['production'] }],
        ['freeze 4', { entityRef: 'masked:default/masked' }],
        ['freeze 2', { entityRef: 'system:default/desk' }],
      ]);
    });

    it('answers alike for what does not exist and what may not be read', async () => {
      const { service: context } = setUp(['component:default/hidden']);
      for (const caller of [ann, bot]) {
        const answers = await Promise.all(
          ['component:default/hidden', 'component:default/never'].map(ref =>
            context
              .get(ref, { caller })
              .catch(
                error => `${error.name} ${error.message.replace(ref, '')}`,
              ),
          ),
        );
        expect(answers[0]).toMatch(/^NotFoundError/);
        expect(answers[0]).toBe(answers[1]);
      }
      await expect(
        context.signOff(
          'component:default/hidden',
          { factType: 'template', digest: 'x' },
          { caller: ann },
        ),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });

  describe('report', () => {
    it('tells open pages, but not about a repetition', async () => {
      const { say, notifier } = setUp();
      expect(await say({})).toEqual({ accepted: 1 });
      expect(await say({})).toEqual({ accepted: 1 });
      expect(notifier.changed).toHaveBeenCalledTimes(1);
    });

    it.each([
      [
        'templates',
        'deployment',
        'external:templates',
        "facts[0].factType: the source 'templates' may state template, data-class",
      ],
      [
        'scanner',
        'data-class',
        'external:templates',
        "'external:templates' does not speak for a context source 'scanner'",
      ],
      [
        'nobody',
        'data-class',
        'external:nobody',
        "does not speak for a context source 'nobody'",
      ],
    ])(
      'refuses %s stating %s as %s',
      async (source, factType, subject, message) => {
        const { service: context } = setUp();
        await expect(
          context.report(
            {
              source,
              facts: [{ entity: A, factType, value: 'x', observedAt: at(0) }],
            },
            { caller: { ...service('x'), subject } },
          ),
        ).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining(message),
        });
        expect(await knex('context_assertion').select()).toEqual([]);
      },
    );

    it.each([
      ['entity', { entity: 'no ref' }],
      ['entity', { entity: 'component:default/never' }],
      ['observedAt', { observedAt: at(30.001) }],
      ['observedAt', { observedAt: '2026-11-20' }],
      ['value', { value: 'x'.repeat(63) }],
      ['value', { value: null }],
      ['value', { value: 'half \ud83d' }],
      ['revision', { revision: 'x'.repeat(256) }],
    ])(
      'refuses a bad %s, naming it, and all that came with it',
      async (field, changes) => {
        const { service: context } = setUp();
        const good = {
          entity: A,
          factType: 'template',
          value: 'v',
          observedAt: at(0),
        };
        await expect(
          context.report(
            {
              source: 'templates',
              facts: [good, { ...good, factType: 'data-class', ...changes }],
            },
            { caller: service('templates') },
          ),
        ).rejects.toMatchObject({
          name: 'InputError',
          message: expect.stringMatching(
            new RegExp(`^facts\\[1\\]\\.${field}: `),
          ),
        });
        expect(await knex('context_assertion').select()).toEqual([]);
      },
    );

    it('takes what is just within its limits', async () => {
      const { say } = setUp();
      expect(await say({ value: 'x'.repeat(62), observedAt: at(30) })).toEqual({
        accepted: 1,
      });
    });

    it('refuses what says one thing twice, nothing, or too much', async () => {
      const { service: context } = setUp();
      const fact = {
        entity: A,
        factType: 'template',
        value: 'v',
        observedAt: at(0),
      };
      for (const facts of [
        [fact, { ...fact, entity: 'Component:mailer' }],
        [],
        Array.from({ length: 501 }, () => fact),
      ]) {
        await expect(
          context.report(
            { source: 'templates', facts },
            { caller: service('templates') },
          ),
        ).rejects.toMatchObject({ name: 'InputError' });
      }
    });

    it('refuses what is older than the last, with when that was', async () => {
      const { say } = setUp();
      await say({ observedAt: at(0) });
      await expect(
        say({ observedAt: at(-1), value: 'v0' }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(at(0)),
      });
    });

    it('records nothing while the catalog is down', async () => {
      const { say, catalog } = setUp();
      jest
        .spyOn(catalog, 'getEntitiesByRefs')
        .mockRejectedValue(new Error('down'));
      await expect(say({})).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      expect(await knex('context_assertion').select()).toEqual([]);
    });
  });

  describe('sign-off', () => {
    it('makes an old value good again, until the value changes', async () => {
      const { service: context, say, fact, measure, notifier, clock } = setUp();
      await say({ observedAt: at(-95 * DAY) });
      const stale = await fact('template');
      expect(stale).toMatchObject({ freshness: 'stale', ageSeconds: 95 * DAY });
      clock.ms += 1000;
      notifier.changed.mockClear();
      const signOff = await context.signOff(
        A,
        { factType: 'template', digest: stale!.digest!, comment: ' Read it ' },
        { caller: ann },
      );
      expect(signOff).toMatchObject({
        personRef: ann.ref,
        standing: 'group:default/support',
        comment: 'Read it',
        signedOffAt: at(1),
        valid: true,
      });
      expect(notifier.changed).toHaveBeenCalledTimes(1);
      expect(await fact('template')).toMatchObject({
        freshness: 'fresh',
        verifiedAt: at(1),
        observedAt: at(-95 * DAY),
        signOff,
      });
      expect(await measure(['template'])).toEqual([
        {
          factType: 'template',
          freshness: 'fresh',
          digest: stale!.digest,
          verifiedAt: at(1),
          ageSeconds: 0,
          warnAfterSeconds: 20 * DAY,
          errorAfterSeconds: 30 * DAY,
          signOffBy: 'target-owner',
          signedOffBy: ann.ref,
        },
      ]);
      await say({ value: 'v2', observedAt: at(-94 * DAY) });
      expect(await fact('template')).toMatchObject({
        freshness: 'stale',
        signOff: { valid: false, lapsedBecause: 'The value has changed since' },
      });
      await say({ value: 'v1', observedAt: at(-93 * DAY) });
      expect(await fact('template')).toMatchObject({
        freshness: 'stale',
        signOff: {
          valid: false,
          lapsedBecause: `Another value was reported at ${at(1)}`,
        },
      });
    });

    it('lapses when the signer loses standing, or the entity changes hands', async () => {
      const { service: context, say, fact } = setUp();
      await say({ observedAt: at(-95 * DAY) });
      const { digest = '' } = (await fact('template')) ?? {};
      await context.signOff(
        A,
        { factType: 'template', digest },
        { caller: ann },
      );
      const mailer = entities.find(one => one.metadata.name === 'mailer')!;
      const { relations } = mailer;
      mailer.relations = [{ type: 'ownedBy', targetRef: 'group:default/data' }];
      expect(await fact('template')).toMatchObject({
        freshness: 'stale',
        signOff: {
          valid: false,
          lapsedBecause: expect.stringContaining('no longer has standing'),
        },
      });
      mailer.relations = relations;
      expect((await fact('template'))?.signOff?.valid).toBe(true);
      entities.find(one => one.metadata.name === 'ann')!.relations = [];
      expect((await fact('template'))?.signOff?.valid).toBe(false);
    });

    it.each([
      [bo, 'template', 'Only group:default/support'],
      [ann, 'data-class', 'Only group:default/data'],
      [ann, 'deployment', 'Nobody may'],
      [ann, 'owner', 'Nobody may'],
      [ann, 'never heard of', 'Nobody may'],
      [person('ghost'), 'template', 'Only'],
    ])(
      'refuses %# without standing, and says who has it',
      async (caller, factType, message) => {
        const { service: context, say } = setUp();
        await say({});
        await say({ factType: 'data-class' });
        await expect(
          context.signOff(A, { factType, digest: 'x' }, { caller }),
        ).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining(message),
        });
        expect(await knex('context_sign_off').select()).toEqual([]);
      },
    );

    it('refuses a value that is not the present one, with what it is', async () => {
      const { service: context, say, fact } = setUp();
      const signOff = (digest: string, factType = 'template') =>
        context.signOff(A, { factType, digest }, { caller: ann });
      await expect(signOff('x')).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('No source has stated this'),
      });
      await say({});
      const { digest = '' } = (await fact('template')) ?? {};
      await say({ value: 'v2', observedAt: at(1) });
      const present = (await fact('template'))!.digest;
      await expect(signOff(digest)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(`${present}`),
      });
      expect(await knex('context_sign_off').select()).toEqual([]);
    });

    it('invariant 11: never counts while standing cannot be established', async () => {
      const { service: context, say, fact, measure, catalog } = setUp();
      await say({ observedAt: at(-95 * DAY) });
      const { digest = '' } = (await fact('template')) ?? {};
      await context.signOff(
        A,
        { factType: 'template', digest },
        { caller: ann },
      );
      jest
        .spyOn(catalog, 'getEntitiesByRefs')
        .mockRejectedValue(new Error('down'));
      await expect(measure(['template'])).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      await expect(
        context.signOff(A, { factType: 'template', digest }, { caller: ann }),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    });
  });

  describe('what decisions read', () => {
    it('invariant 11: measures what nobody stated as unknown', async () => {
      const { measure } = setUp();
      expect(await measure(['template', 'owner', 'never'])).toEqual([
        { factType: 'never', freshness: 'unknown' },
        expect.objectContaining({ factType: 'owner', freshness: 'fresh' }),
        {
          factType: 'template',
          freshness: 'unknown',
          warnAfterSeconds: 20 * DAY,
          errorAfterSeconds: 30 * DAY,
          signOffBy: 'target-owner',
        },
      ]);
      expect(await measure([])).toEqual([]);
    });

    it('compares what was quoted with what holds', async () => {
      const { service: context, say, compare, clock } = setUp();
      await say({
        factType: 'data-class',
        value: 'internal',
        observedAt: at(-60),
      });
      const snapshot = await context.get(A, { caller: bot });
      expect(await compare(snapshot)).toEqual({
        result: 'matches',
        snapshotId: snapshot.id,
      });
      await say({
        factType: 'data-class',
        value: 'internal',
        observedAt: at(-50),
      });
      clock.ms += 10_000;
      expect(await compare(snapshot)).toMatchObject({ result: 'matches' });
      await say({
        factType: 'data-class',
        value: 'restricted',
        observedAt: at(5),
      });
      expect(await compare(snapshot)).toEqual({
        result: 'mismatch',
        snapshotId: snapshot.id,
        differences: [
          {
            factType: 'data-class',
            quoted: 'internal',
            current: 'restricted',
            source: 'templates',
            changedAt: at(5),
          },
        ],
      });
      expect(
        await compare(await context.get(A, { caller: bot })),
      ).toMatchObject({ result: 'matches' });
    });

    it('notices another owner, a new statement, and sources that fall out', async () => {
      const { service: context, say, compare } = setUp();
      await say({ factType: 'data-class', value: 'internal' });
      const snapshot = await context.get(A, { caller: bot });
      await say({});
      await say({ factType: 'data-class', value: 'public' }, 'scanner');
      const mailer = entities.find(one => one.metadata.name === 'mailer')!;
      mailer.relations = [{ type: 'ownedBy', targetRef: 'group:default/data' }];
      expect((await compare(snapshot)).differences).toEqual([
        {
          factType: 'data-class',
          quoted: 'internal',
          source: 'scanner, templates',
        },
        expect.objectContaining({
          factType: 'owner',
          quoted: 'group:default/support',
          current: 'group:default/data',
          source: 'catalog',
        }),
        {
          factType: 'system',
          quoted: 'system:default/desk',
          source: 'catalog',
        },
        expect.objectContaining({ factType: 'template', current: 'v1' }),
      ]);
    });

    it('is expired from the moment it says, unless it was quoted in time', async () => {
      const { service: context, say, compare, clock } = setUp();
      const snapshot = await context.get(A, { caller: bot });
      clock.ms += 3_600_000 - 1;
      expect((await compare(snapshot)).result).toBe('matches');
      clock.ms += 1;
      expect((await compare(snapshot)).result).toBe('expired');
      const quotedAt = new Date(clock.ms - 1);
      expect((await compare(snapshot, { quotedAt })).result).toBe('matches');
      await say({});
      expect((await compare(snapshot)).result).toBe('mismatch');
    });

    it("takes no snapshot but the agent's own, of this very target", async () => {
      const { service: context, facts, compare } = setUp();
      const own = await context.get(A, { caller: bot });
      const others = await context.get(A, { caller: agent('other') });
      const elsewhere = await context.get('component:default/hidden', {
        caller: bot,
      });
      expect(await compare({ ...own, id: undefined })).toEqual({
        result: 'none',
      });
      const quotable = (snapshotId = '') =>
        facts.assertQuotable({ agentRef: bot.ref, targetRef: A, snapshotId });
      await expect(quotable(own.id)).resolves.toBeUndefined();
      const refusals = new Set<string>();
      for (const snapshot of [others, elsewhere, { ...own, id: 'never' }]) {
        expect(await compare(snapshot)).toEqual({
          result: 'none',
          snapshotId: snapshot.id,
        });
        await quotable(snapshot.id).catch(error =>
          refusals.add(`${error.name} ${error.message}`),
        );
      }
      expect([...refusals]).toEqual([
        expect.stringMatching(/^NotFoundError Unknown context snapshot/),
      ]);
    });

    it('keeps what was quoted for thirty days after it expired', async () => {
      const { service: context, facts } = setUp();
      const { id: snapshotId = '' } = await context.get(A, { caller: bot });
      const quotable = () =>
        facts.assertQuotable({ agentRef: bot.ref, targetRef: A, snapshotId });
      expect(await context.sweep(new Date(at(3600 + 30 * DAY)))).toBe(0);
      await expect(quotable()).resolves.toBeUndefined();
      expect(await context.sweep(new Date(at(3601 + 30 * DAY)))).toBe(1);
      await expect(quotable()).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});
