import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CreateFreezeInput,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { ann, bo, cy, dee, freezeWorld } from './__testUtils__/freezeWorld';

const release: CreateFreezeInput = {
  scope: { entityRef: 'system:default/payments' },
  from: '2026-11-20T11:00:00Z',
  to: '2026-11-22T11:00:00Z',
  reason: 'Release week',
};
const nights: CreateFreezeInput = {
  scope: { environments: ['production'] },
  recurrence: {
    rule: 'FREQ=DAILY',
    start: '2026-11-01T22:00',
    duration: 'PT8H',
    zone: 'Europe/Berlin',
  },
  reason: 'Nights',
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('views of freezes, %s', id => {
  const setUp = async (hidden: string[] = []) =>
    freezeWorld({ knex: await migratedDatabase(databases, id), hidden });

  describe('the agenda', () => {
    const window = { from: '2026-11-20T00:00:00Z', to: '2026-11-22T00:00:00Z' };

    it('lists every occurrence in the window that there was or will be, by start', async () => {
      const { service } = await setUp();
      const once = await service.create(release, { caller: ann });
      const daily = await service.create(nights, { caller: bo });
      const agenda = await service.agenda(window, { caller: ann });
      expect(agenda).toMatchObject({
        from: '2026-11-20T00:00:00.000Z',
        to: '2026-11-22T00:00:00.000Z',
        truncated: false,
      });
      expect(agenda.freezes.map(one => one.id).sort()).toEqual(
        [once.id, daily.id].sort(),
      );
      const [a, b] = [once.id, daily.id];
      const at = (from: string, to: string, freezeId: string) => ({
        freezeId,
        from: `2026-11-${from}:00:00.000Z`,
        to: `2026-11-${to}:00:00.000Z`,
      });
      expect(agenda.occurrences).toEqual([
        at('20T11', '22T11', a),
        at('20T21', '21T05', b),
        at('21T21', '22T05', b),
      ]);
    });

    it('shows one that was ended until it was', async () => {
      const { service } = await setUp();
      const { id: freezeId } = await service.create(release, { caller: ann });
      await service.end(freezeId, { revision: 1 }, { caller: ann });
      expect(await service.agenda(window, { caller: ann })).toMatchObject({
        freezes: [{ state: 'ended-early' }],
        occurrences: [
          { from: '2026-11-20T11:00:00.000Z', to: '2026-11-20T12:00:00.000Z' },
        ],
      });
    });

    it('keeps to what covers one entity, and to what somebody may see', async () => {
      const { service, knex } = await setUp();
      await service.create(release, { caller: ann });
      await service.create(
        { ...release, scope: { entityRef: 'component:default/loose' } },
        { caller: cy },
      );
      await service.create(
        {
          ...release,
          scope: {
            entityRef: 'system:default/payments',
            targets: { 'spec.type': 'website' },
          },
        },
        { caller: ann },
      );
      const covering = { ...window, covering: 'component:payments-api' };
      expect(
        (await service.agenda(covering, { caller: ann })).freezes,
      ).toHaveLength(1);
      const hiding = freezeWorld({ knex, hidden: ['system:default/payments'] });
      expect(
        (await hiding.service.agenda(window, { caller: ann })).freezes.map(
          ({ scope }) => scope.entityRef,
        ),
      ).toEqual(['component:default/loose']);
      expect(
        (await hiding.service.agenda(covering, { caller: ann })).freezes.map(
          ({ scope }) => scope.entityRef,
        ),
      ).toEqual(['masked:default/masked']);
    });

    it.each([
      [{ from: '2026-11-20', to: window.to }, 'from: '],
      [{ from: window.to, to: window.from }, 'to: must be after'],
      [{ ...window, to: '2027-02-21T00:00:01Z' }, 'to: must be at most 93'],
    ])('refuses %j', async (query, message) => {
      const { service } = await setUp();
      await expect(
        service.agenda(query, { caller: ann }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
    });
  });

  describe('what is covered', () => {
    const cover = (...names: Array<[string, string?]>) =>
      names.map(([entityRef, owner]) => ({
        entityRef,
        ...(owner && { owner }),
      }));
    const [PAYMENTS, SRE] = ['group:default/payments', 'group:default/sre'];
    const system = cover(
      ['system:default/payments', PAYMENTS],
      ['component:default/payments-api', PAYMENTS],
      ['component:default/payments-web', SRE],
    );

    it.each<[string, FreezeScope, object]>([
      [
        'a system',
        { entityRef: 'system:default/payments' },
        { entities: system, owners: [PAYMENTS, SRE] },
      ],
      [
        'a domain',
        { entityRef: 'domain:default/money' },
        {
          entities: [...cover(['domain:default/money', SRE]), ...system],
          owners: [PAYMENTS, SRE],
        },
      ],
      [
        'a part of a system',
        {
          entityRef: 'system:default/payments',
          targets: { 'spec.type': 'website' },
        },
        {
          entities: cover(['component:default/payments-web', SRE]),
          owners: [SRE],
        },
      ],
      [
        'what a predicate is true of',
        { targets: { 'spec.type': 'service' } },
        {
          entities: cover(
            ['component:default/payments-api', PAYMENTS],
            ['component:default/loose'],
          ),
          owners: [PAYMENTS],
        },
      ],
      [
        'an environment',
        { environments: ['production'] },
        { everything: true, entities: [], owners: [] },
      ],
    ])('of %s', async (_, scope, expected) => {
      const { service } = await setUp();
      const { coverage } = await service.preview(
        { ...release, scope },
        { caller: cy },
      );
      expect(coverage).toEqual({
        everything: false,
        complete: true,
        ...expected,
      });
    });
  });

  it('shows before it is set what it would be, and sets nothing', async () => {
    const { service, entries } = await setUp();
    expect(await service.preview(nights, { caller: dee })).toEqual({
      scope: 'everything in production',
      words:
        'every day at 10 PM for 8 hours, Europe/Berlin time, from 2026-11-01',
      occurrences: ['20', '21', '22', '23', '24'].map(day => ({
        from: `2026-11-${day}T21:00:00.000Z`,
        to: `2026-11-${Number(day) + 1}T05:00:00.000Z`,
      })),
      coverage: {
        everything: true,
        entities: [],
        owners: [],
        complete: true,
      },
      permission: {
        allowed: false,
        because: expect.stringContaining('Only group:default/sre'),
      },
    });
    // another one, asked right after, is another one
    expect(
      await service.preview(
        {
          ...nights,
          recurrence: { ...nights.recurrence!, start: '2026-11-01T13:00' },
        },
        { caller: bo },
      ),
    ).toMatchObject({
      occurrences: [{ from: '2026-11-20T12:00:00.000Z' }, {}, {}, {}, {}],
      permission: { allowed: true },
    });
    expect(await entries()).toEqual([]);
  });

  it('shows one with everything around it', async () => {
    const { service } = await setUp();
    const freeze = await service.create(nights, { caller: bo });
    expect(await service.get(freeze.id, { caller: ann })).toEqual({
      freeze,
      next: ['20', '21', '22', '23', '24'].map(day => ({
        from: `2026-11-${day}T21:00:00.000Z`,
        to: `2026-11-${Number(day) + 1}T05:00:00.000Z`,
      })),
      coverage: expect.objectContaining({ everything: true }),
      exceptions: [],
      permission: {
        allowed: false,
        because: expect.stringContaining('Only group:default/sre'),
      },
    });
    await expect(
      service.get('019a0000-0000-7000-8000-000000000000', { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
