import { TestDatabases } from '@backstage/backend-test-utils';
import { CreateFreezeInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { readEpoch } from '../../store/epoch';
import {
  HOUR,
  abe,
  ann,
  bo,
  cy,
  dee,
  freezeWorld,
} from './__testUtils__/freezeWorld';

const release: CreateFreezeInput = {
  scope: { entityRef: 'system:default/payments' },
  from: '2026-11-20T11:00:00Z',
  to: '2026-11-25T11:00:00Z',
  reason: 'Release week',
};
const fridays: CreateFreezeInput = {
  scope: { entityRef: 'system:default/payments' },
  recurrence: {
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    start: '2026-11-13T16:00',
    duration: 'PT8H',
    zone: 'Europe/Berlin',
  },
  reason: 'No deploys on Friday evenings',
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('FreezeDesk, %s', id => {
  const setUp = async (options: { quorum?: number } = {}) =>
    freezeWorld({ knex: await migratedDatabase(databases, id), ...options });

  describe('a freeze that comes back', () => {
    it('is planned for the next time, in force, planned again, and over', async () => {
      const { service, clock } = await setUp();
      const { id: freezeId } = await service.create(
        {
          ...fridays,
          recurrence: {
            ...fridays.recurrence!,
            rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3',
          },
        },
        { caller: ann },
      );
      const at = async (text: string) => {
        clock.ms = Date.parse(text);
        const { freeze } = await service.get(freezeId, { caller: ann });
        const [{ state }] = (await service.list({}, { caller: ann })).items;
        expect(state).toBe(freeze.state);
        const listed = await service.list(
          { state: [freeze.state] },
          { caller: ann },
        );
        expect(listed.items).toEqual([freeze]);
        return [freeze.state, freeze.from, freeze.to];
      };
      const second = ['2026-11-20T15:00:00.000Z', '2026-11-20T23:00:00.000Z'];
      const third = ['2026-11-27T15:00:00.000Z', '2026-11-27T23:00:00.000Z'];
      expect(await at('2026-11-20T14:59:59.999Z')).toEqual([
        'planned',
        ...second,
      ]);
      expect(await at('2026-11-20T15:00:00.000Z')).toEqual([
        'in-force',
        ...second,
      ]);
      expect(await at('2026-11-20T23:00:00.000Z')).toEqual([
        'planned',
        ...third,
      ]);
      expect(await at('2026-11-27T23:00:00.000Z')).toEqual(['over', ...third]);
    });

    it('says in words when, and is kept as it was written', async () => {
      const { service, entries } = await setUp();
      const freeze = await service.create(fridays, { caller: ann });
      expect(freeze.recurrence).toEqual({
        ...fridays.recurrence,
        start: '2026-11-13T16:00:00',
        words:
          'every week on Friday at 4 PM for 8 hours, Europe/Berlin time, from 2026-11-13',
      });
      const [{ body }] = await entries();
      expect(body).toEqual({
        scope: fridays.scope,
        from: '2026-11-13T15:00:00.000Z',
        recurrence: { ...fridays.recurrence, start: '2026-11-13T16:00:00' },
      });
    });

    it('is ended with all that would still come', async () => {
      const { service, clock } = await setUp();
      const { id: freezeId } = await service.create(fridays, { caller: ann });
      await service.end(freezeId, { revision: 1 }, { caller: ann });
      clock.ms += 30 * 24 * HOUR;
      expect(await service.get(freezeId, { caller: ann })).toMatchObject({
        freeze: { state: 'ended-early' },
        next: [],
      });
    });

    it.each<[string, Partial<CreateFreezeInput>, string]>([
      ['an end too', { to: release.to }, 'recurrence: '],
      [
        'no occurrence ahead',
        {
          recurrence: {
            ...fridays.recurrence!,
            rule: 'FREQ=WEEKLY;UNTIL=20261119',
          },
        },
        'recurrence.rule: its last occurrence was over',
      ],
      [
        'an unknown zone',
        { recurrence: { ...fridays.recurrence!, zone: 'Mars/Base' } },
        'recurrence.zone: ',
      ],
      ['neither', { recurrence: undefined }, 'from: '],
    ])('is refused with %s', async (_, changes, message) => {
      const { service } = await setUp();
      await expect(
        service.create({ ...fridays, ...changes }, { caller: ann }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
    });
  });

  describe('a scope', () => {
    it.each<[string, CreateFreezeInput['scope'], string]>([
      ['actions alone', { actions: ['deployments:*'] }, 'scope: must name'],
      ['no targets', { targets: {} }, 'scope.targets: must say something'],
      [
        'a predicate that is none',
        { targets: { $some: [] } },
        'scope.targets: must be a filter predicate',
      ],
      [
        'an endless predicate',
        { targets: { kind: { $in: Array(2_000).fill('component') } } },
        'scope.targets: must be at most',
      ],
      [
        'a star in the middle',
        { entityRef: 'system:payments', actions: ['*:deploy'] },
        'scope.actions[0]: must be an action id',
      ],
      [
        'no actions',
        { entityRef: 'system:payments', actions: [] },
        'scope.actions: must be 1 to 50',
      ],
      ['no environments', { environments: [] }, 'scope.environments: must'],
    ])('is refused with %s', async (_, scope, message) => {
      const { service } = await setUp();
      await expect(
        service.create({ ...release, scope }, { caller: cy }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
    });

    it.each([
      [ann, { targets: { kind: 'component' } }, false],
      [bo, { targets: { kind: 'component' } }, false],
      [
        bo,
        { targets: { kind: 'component' }, environments: ['production'] },
        true,
      ],
      [cy, { targets: { kind: 'component' } }, true],
      [
        ann,
        {
          entityRef: 'system:default/payments',
          targets: { 'spec.type': 'service' },
        },
        true,
      ],
    ])(
      'wider than one entity is for whoever answers for it: %#',
      async (...row) => {
        const [caller, scope, allowed] = row;
        const { service } = await setUp();
        const outcome = await service
          .create({ ...release, scope }, { caller })
          .then(
            () => true,
            error => error.name,
          );
        expect(outcome).toBe(allowed ? true : 'NotAllowedError');
      },
    );
  });

  describe('ending one where it takes two', () => {
    it('takes two different people with standing, and says who agreed', async () => {
      const { service, entries, knex, facts, catalog } = await setUp({
        quorum: 2,
      });
      const freeze = await service.create(release, { caller: ann });
      const target = (await catalog.getEntityByRef(
        'component:default/payments-api',
        { credentials: ann.credentials },
      ))!;
      const isFrozen = async () =>
        (
          await facts.inForce({
            agentRef: 'agent:default/deploy-bot',
            actionId: 'deployments:deploy',
            environment: 'production',
            target,
            now: new Date(Date.UTC(2026, 10, 20, 12)),
          })
        ).value?.active;
      const epoch = await readEpoch(knex);

      const agreed = await service.end(
        freeze.id,
        { revision: 1, comment: 'Done' },
        { caller: ann },
      );
      expect(agreed).toMatchObject({
        state: 'in-force',
        revision: 2,
        ending: { agreedBy: [ann.ref], required: 2 },
      });
      expect(agreed.endedAt).toBeUndefined();
      expect(await isFrozen()).toBe(true);
      await expect(
        service.end(freeze.id, { revision: 2 }, { caller: ann }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      await expect(
        service.end(freeze.id, { revision: 2 }, { caller: dee }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });

      const ended = await service.end(
        freeze.id,
        { revision: 2 },
        { caller: abe },
      );
      expect(ended).toMatchObject({ state: 'ended-early', endedBy: abe.ref });
      expect(ended.ending).toBeUndefined();
      expect(await isFrozen()).toBe(false);
      expect((await entries()).map(({ type, body }) => [type, body])).toEqual([
        ['freeze.created', expect.anything()],
        ['freeze.end-agreed', { agreed: 1, required: 2, revision: 2 }],
        [
          'freeze.ended',
          expect.objectContaining({ agreed: 2, required: 2, revision: 3 }),
        ],
      ]);
      expect(await readEpoch(knex)).toBe(epoch + 2);
    });

    it('forgets what was agreed more than a day ago', async () => {
      const { service, clock } = await setUp({ quorum: 2 });
      const freeze = await service.create(release, { caller: ann });
      await service.end(freeze.id, { revision: 1 }, { caller: ann });
      clock.ms += 24 * HOUR;
      expect(
        await service.end(freeze.id, { revision: 2 }, { caller: abe }),
      ).toMatchObject({
        state: 'in-force',
        ending: { agreedBy: [abe.ref], required: 2 },
      });
    });

    it('does not count who has no standing any more', async () => {
      const { service, catalog } = await setUp({ quorum: 2 });
      const freeze = await service.create(release, { caller: ann });
      await service.end(freeze.id, { revision: 1 }, { caller: ann });
      const group = await catalog.getEntityByRef('user:default/ann', {
        credentials: ann.credentials,
      });
      group!.relations = [];
      expect(
        await service.end(freeze.id, { revision: 2 }, { caller: abe }),
      ).toMatchObject({ state: 'in-force', ending: { agreedBy: [abe.ref] } });
    });

    it('lets two at once be two', async () => {
      const { service } = await setUp({ quorum: 2 });
      const freeze = await service.create(release, { caller: ann });
      const outcomes = await Promise.allSettled(
        [ann, abe].map(caller =>
          service.end(freeze.id, { revision: 1 }, { caller }),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    });
  });
});
