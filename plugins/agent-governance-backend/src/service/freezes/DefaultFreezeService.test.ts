import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CreateFreezeInput,
  Freeze,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { DatabaseFreezeStore } from '../../store/DatabaseFreezeStore';
import { StoredFreeze } from '../../store/FreezeStore';
import { PersonCaller } from '../Caller';
import {
  HOUR,
  ann,
  bo,
  cy,
  dee,
  freezeWorld,
  ghost,
} from './__testUtils__/freezeWorld';

/** As it is kept. */
const stored = ({ state, recurrence, ...freeze }: Freeze): StoredFreeze =>
  freeze;

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DefaultFreezeService, %s', id => {
  const setUp = async (hidden: string[] = []) =>
    freezeWorld({ knex: await migratedDatabase(databases, id), hidden });

  const input = (
    changes: Partial<CreateFreezeInput> = {},
  ): CreateFreezeInput => ({
    scope: { entityRef: 'System:payments' },
    from: '2026-11-20T13:00:00+02:00',
    to: '2026-11-20T15:00:00+02:00',
    reason: '  Release 12  ',
    ...changes,
  });

  it('sets a freeze in UTC, answered for by whoever sets it', async () => {
    const { service, notifier } = await setUp();
    const freeze = await service.create(input(), { caller: ann });
    expect(freeze).toEqual({
      id: expect.any(String),
      scope: { entityRef: 'system:default/payments' },
      from: '2026-11-20T11:00:00.000Z',
      to: '2026-11-20T13:00:00.000Z',
      reason: 'Release 12',
      owner: 'user:default/ann',
      createdBy: 'user:default/ann',
      state: 'in-force',
      revision: 1,
      createdAt: '2026-11-20T12:00:00.000Z',
    });
    expect(notifier.changed).toHaveBeenCalledTimes(1);
    expect(
      await service.create(input({ owner: 'group:payments' }), { caller: ann }),
    ).toMatchObject({ owner: 'group:default/payments' });
  });

  it.each<[string, Partial<CreateFreezeInput>, string]>([
    ['covers nothing', { scope: {} }, 'scope'],
    ['names no ref', { scope: { entityRef: 'pay ments' } }, 'scope.entityRef'],
    [
      'names an unknown environment',
      { scope: { environments: ['moon'] } },
      'scope.environments\\[0\\]',
    ],
    ['begins at a local time', { from: '2026-11-20T13:00:00' }, 'from'],
    ['begins on no day', { from: '2026-02-30T13:00:00Z' }, 'from'],
    ['begins tomorrow', { from: 'tomorrow' }, 'from'],
    ['ends as it begins', { to: '2026-11-20T13:00:00+02:00' }, 'to'],
    ['ends now', { to: '2026-11-20T12:00:00Z' }, 'to'],
    ['lasts too long', { to: '2027-11-21T11:00:00.001Z' }, 'to'],
    ['says nothing', { reason: ' \n ' }, 'reason'],
    ['says too much', { reason: 'x'.repeat(501) }, 'reason'],
    ['turns the text around', { reason: 'ok \u202e ko' }, 'reason'],
    ['holds a NUL', { reason: 'ok \0' }, 'reason'],
    ['holds half a character', { reason: 'ok \ud83d' }, 'reason'],
    ['belongs to a thing', { owner: 'component:loose' }, 'owner'],
    ['belongs to nobody', { owner: 'group:ghosts' }, 'owner'],
  ])('refuses one that %s, naming the field', async (_, changes, field) => {
    const { service, notifier, knex } = await setUp();
    await expect(
      service.create(input(changes), { caller: ann }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(new RegExp(`^${field}: `)),
    });
    expect(notifier.changed).not.toHaveBeenCalled();
    expect(await knex('ledger_entry').select()).toEqual([]);
  });

  it('takes one of exactly 366 days', async () => {
    const { service } = await setUp();
    expect(
      await service.create(input({ to: '2027-11-21T11:00:00.000Z' }), {
        caller: ann,
      }),
    ).toMatchObject({ state: 'in-force' });
  });

  it.each([
    [
      ann,
      { entityRef: 'component:default/payments-api' },
      true,
      'group:default/payments answers for',
    ],
    [
      ann,
      { entityRef: 'system:default/payments', environments: ['production'] },
      true,
      'group:default/payments answers for',
    ],
    [ann, { environments: ['production'] }, false, 'Only group:default/sre'],
    [
      ann,
      { entityRef: 'domain:default/money' },
      false,
      'Only group:default/sre',
    ],
    [
      bo,
      { environments: ['production'] },
      true,
      'group:default/sre answers for production',
    ],
    [
      bo,
      { entityRef: 'system:default/payments', environments: ['production'] },
      false,
      'Only group:default/payments',
    ],
    [
      cy,
      { environments: ['production'] },
      true,
      'group:default/admins administers',
    ],
    [
      cy,
      { entityRef: 'component:default/loose' },
      true,
      'group:default/admins administers',
    ],
    [
      dee,
      { entityRef: 'component:default/loose' },
      false,
      'Nobody answers for',
    ],
    [ghost, { environments: ['production'] }, false, 'Only'],
  ])('says who may: %#', async (caller, scope, allowed, because) => {
    const { service, knex } = await setUp();
    expect(await service.may(scope, { caller })).toEqual({
      allowed,
      because: expect.stringContaining(because),
    });
    const outcome = await service.create(input({ scope }), { caller }).then(
      freeze => freeze.scope,
      error => error.name,
    );
    expect(outcome).toEqual(allowed ? scope : 'NotAllowedError');
    expect(await knex('freeze').pluck('id')).toHaveLength(allowed ? 1 : 0);
  });

  it('answers alike for what does not exist and what may not be read', async () => {
    const { service } = await setUp(['component:default/secret']);
    const messages = await Promise.all(
      ['component:default/secret', 'component:default/never'].map(ref =>
        service
          .create(input({ scope: { entityRef: ref } }), { caller: bo })
          .catch(error => `${error.name} ${error.message.replace(ref, 'X')}`),
      ),
    );
    expect(messages[0]).toBe(messages[1]);
    expect(messages[0]).toMatch(/^NotFoundError/);
  });

  it('invariant 2: sets and ends nothing when standing cannot be established', async () => {
    const { service, catalog } = await setUp();
    const { id: freezeId } = await service.create(input(), { caller: ann });
    const people = jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('down'));
    await expect(
      service.create(input(), { caller: ann }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await expect(
      service.end(freezeId, { revision: 1 }, { caller: ann }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    people.mockRestore();
    jest.spyOn(catalog, 'getEntityByRef').mockRejectedValue(new Error('down'));
    await expect(
      service.end(freezeId, { revision: 1 }, { caller: ann }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('ends one early, for those who may set one there', async () => {
    const { service, clock, notifier } = await setUp();
    const freeze = await service.create(input(), { caller: cy });
    await expect(
      service.end(freeze.id, { revision: 1 }, { caller: bo }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    clock.ms += 1000;
    notifier.changed.mockClear();
    expect(
      await service.end(
        freeze.id,
        { revision: 1, comment: 'Done' },
        { caller: ann },
      ),
    ).toEqual({
      ...freeze,
      state: 'ended-early',
      endedAt: new Date(clock.ms).toISOString(),
      endedBy: ann.ref,
      revision: 2,
    });
    expect(notifier.changed).toHaveBeenCalledTimes(1);
  });

  it('tells who comes too late how it stands', async () => {
    const { service, clock, notifier } = await setUp();
    const freeze = await service.create(input(), { caller: ann });
    const end = (revision: number) =>
      service.end(freeze.id, { revision }, { caller: ann });
    await expect(end(7)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('in-force at revision 1'),
    });
    const outcomes = await Promise.allSettled([end(1), end(1)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(end(2)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('ended-early at revision 2'),
    });
    expect(notifier.changed).toHaveBeenCalledTimes(2);

    const other = await service.create(input(), { caller: ann });
    clock.ms += HOUR;
    await expect(
      service.end(other.id, { revision: 1 }, { caller: ann }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('over at revision 1'),
    });
  });

  it('lets nobody but an administrator end what they may not see', async () => {
    const { service, knex } = await setUp(['component:default/secret']);
    const scope = { entityRef: 'component:default/secret' };
    const open = await setUp();
    const freeze = await open.service.create(input({ scope }), {
      caller: bo,
    });
    await DatabaseFreezeStore.create({ knex }).create([stored(freeze)]);
    const refused = await Promise.all(
      [freeze.id, '019a0000-0000-7000-8000-000000000000', 'x\0'].map(freezeId =>
        service
          .end(freezeId, { revision: 1 }, { caller: bo })
          .catch(error => `${error.name} ${error.message}`),
      ),
    );
    expect(new Set(refused)).toEqual(
      new Set(['NotFoundError There is no such freeze']),
    );
    expect(
      await service.end(freeze.id, { revision: 1 }, { caller: cy }),
    ).toMatchObject({ state: 'ended-early' });
    expect(freeze.state).toBe('in-force');
  });

  it('lists page after page, without what somebody may not see', async () => {
    const open = await setUp();
    const hiding = await setUp(['component:default/secret']);
    const seen: string[] = [];
    for (let i = 0; i < 130; i++) {
      const hidden = i % 13 !== 0;
      const entityRef = hidden
        ? 'component:default/secret'
        : 'domain:default/money';
      open.clock.ms += 1;
      const freeze = await open.service.create(
        input({ scope: { entityRef } }),
        { caller: bo },
      );
      await DatabaseFreezeStore.create({ knex: hiding.knex }).create([
        stored(freeze),
      ]);
      if (!hidden) {
        seen.unshift(freeze.id);
      }
    }
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await hiding.service.list(
        { limit: 4, cursor },
        { caller: dee },
      );
      listed.push(...page.items.map(one => one.id));
      expect(page.items.length).toBeLessThanOrEqual(4);
      cursor = page.nextCursor;
    } while (cursor);
    expect(listed).toEqual(seen);
  });

  it('lists what covers an entity, with names that may not be read masked', async () => {
    const open = await setUp();
    const { service, knex } = await setUp([
      'domain:default/money',
      'component:default/secret',
    ]);
    for (const [caller, scope] of [
      [bo, { entityRef: 'domain:default/money' }],
      [bo, { environments: ['production'] }],
      [bo, { entityRef: 'component:default/secret' }],
      [
        ann,
        { entityRef: 'system:default/payments', environments: ['staging'] },
      ],
    ] as Array<[PersonCaller, FreezeScope]>) {
      open.clock.ms += 1;
      const freeze = await open.service.create(input({ scope }), {
        caller,
      });
      await DatabaseFreezeStore.create({ knex }).create([stored(freeze)]);
    }
    const { items } = await service.list(
      { covering: 'component:payments-api' },
      { caller: ann },
    );
    expect(items.map(({ scope }) => scope)).toEqual([
      { entityRef: 'system:default/payments', environments: ['staging'] },
      { environments: ['production'] },
      { entityRef: 'masked:default/masked' },
    ]);
    expect((await service.list({}, { caller: ann })).items).toHaveLength(2);
    expect(
      (await service.list({ state: ['over'] }, { caller: ann })).items,
    ).toEqual([]);
    await expect(
      service.list({ covering: 'component:default/secret' }, { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('refuses a malformed page', async () => {
    const { service } = await setUp();
    for (const [query, field] of [
      [{ cursor: 'nonsense' }, 'cursor'],
      [{ limit: 0 }, 'limit'],
      [{ limit: 101 }, 'limit'],
      [{ limit: NaN }, 'limit'],
      [{ covering: 'no ref' }, 'covering'],
    ] as const) {
      await expect(service.list(query, { caller: ann })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(field),
      });
    }
  });
});
