import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AskFreezeExceptionInput,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { readEpoch } from '../../store/epoch';
import {
  HOUR,
  abe,
  al,
  ann,
  bo,
  cy,
  dee,
  freezeWorld,
} from './__testUtils__/freezeWorld';

const ask: AskFreezeExceptionInput = {
  scope: { entityRef: 'component:payments-api' },
  from: '2026-11-20T11:00:00Z',
  to: '2026-11-20T18:00:00Z',
  reason: 'Refunds are broken',
};

const payments: FreezeScope = { entityRef: 'system:default/payments' };

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('FreezeExceptionDesk, %s', id => {
  async function setUp(
    options: { quorum?: number; hidden?: string[]; scope?: FreezeScope } = {},
  ) {
    const world = freezeWorld({
      knex: await migratedDatabase(databases, id),
      ...options,
    });
    const { service, facts, catalog, clock } = world;
    const freeze = await service.create(
      {
        scope: options.scope ?? { entityRef: 'system:default/payments' },
        from: '2026-11-20T11:00:00Z',
        to: '2026-11-25T11:00:00Z',
        reason: 'Release week',
      },
      { caller: cy },
    );
    const condition = async () =>
      (
        await facts.inForce({
          agentRef: 'agent:default/deploy-bot',
          actionId: 'deployments:deploy',
          environment: 'production',
          target: (await catalog.getEntityByRef(
            'component:default/payments-api',
            { credentials: ann.credentials },
          ))!,
          now: new Date(clock.ms),
        })
      ).value!;
    return { ...world, freeze, condition };
  }

  it('is asked for, approved by as many as it takes, and part of the fact from then on', async () => {
    const { service, freeze, condition, entries, knex, notifier } = await setUp(
      { quorum: 2 },
    );
    const epoch = await readEpoch(knex);
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    expect(asked).toEqual({
      id: expect.any(String),
      freezeId: freeze.id,
      scope: { entityRef: 'component:default/payments-api' },
      from: '2026-11-20T11:00:00.000Z',
      to: '2026-11-20T18:00:00.000Z',
      reason: 'Refunds are broken',
      requestedBy: dee.ref,
      state: 'requested',
      approvals: { agreedBy: [], required: 2 },
      revision: 1,
      createdAt: '2026-11-20T12:00:00.000Z',
    });
    const approve = (revision: number, caller = ann) =>
      service.approveException(
        freeze.id,
        asked.id,
        { revision, comment: 'Fine' },
        { caller },
      );
    expect(await approve(1)).toMatchObject({
      state: 'requested',
      approvals: { agreedBy: [ann.ref], required: 2 },
    });
    expect(await condition()).toMatchObject({ active: true, excepted: [] });
    expect(await approve(2, abe)).toMatchObject({
      state: 'active',
      approvals: { agreedBy: [ann.ref, abe.ref], required: 2 },
    });
    expect(await condition()).toMatchObject({
      active: false,
      excepted: [{ exceptionId: asked.id, exceptedBy: [ann.ref, abe.ref] }],
    });
    expect(
      (await entries()).map(({ type, body }) => [type, body.exceptionId]),
    ).toEqual([
      ['freeze.created', undefined],
      ['freeze.exception-requested', asked.id],
      ['freeze.exception-approved', asked.id],
      ['freeze.excepted', asked.id],
    ]);
    expect(JSON.stringify(await entries())).not.toMatch(/user:|Refunds|Fine/);
    expect(await readEpoch(knex)).toBe(epoch + 3);
    expect(notifier.changed).toHaveBeenCalledTimes(4);
    const active = { id: asked.id, state: 'active' };
    expect(
      (await service.get(freeze.id, { caller: dee })).exceptions,
    ).toMatchObject([active]);
    const [listed] = (
      await service.list(
        { covering: 'component:payments-web' },
        { caller: dee },
      )
    ).items;
    expect(listed.exceptions).toMatchObject([active]);
  });

  it('is never approved by who asked, nor twice by one, nor by who has no standing', async () => {
    const { service, freeze } = await setUp({ quorum: 2 });
    const asked = await service.askException(freeze.id, ask, { caller: ann });
    const approve = (revision: number, caller = ann) =>
      service.approveException(freeze.id, asked.id, { revision }, { caller });
    await expect(approve(1)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('You asked for this exception'),
    });
    await expect(approve(1, bo)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await approve(1, abe);
    await expect(approve(2, abe)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(await approve(2, cy)).toMatchObject({ state: 'active' });
  });

  it('does not count who approved and has no standing any more', async () => {
    const { service, freeze, catalog } = await setUp({ quorum: 2 });
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    await service.approveException(
      freeze.id,
      asked.id,
      { revision: 1 },
      { caller: ann },
    );
    const gone = await catalog.getEntityByRef(ann.ref, {
      credentials: ann.credentials,
    });
    gone!.relations = [];
    expect(
      await service.approveException(
        freeze.id,
        asked.id,
        { revision: 2 },
        { caller: abe },
      ),
    ).toMatchObject({
      state: 'requested',
      approvals: { agreedBy: [abe.ref], required: 2 },
    });
    expect(
      await service.approveException(
        freeze.id,
        asked.id,
        { revision: 3 },
        { caller: al },
      ),
    ).toMatchObject({ state: 'active' });
  });

  it('lets one of two that decide at once win, and records once', async () => {
    const { service, freeze, entries } = await setUp();
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    const step = { revision: 1 };
    const outcomes = await Promise.allSettled([
      service.approveException(freeze.id, asked.id, step, { caller: ann }),
      service.approveException(freeze.id, asked.id, step, { caller: abe }),
      service.endException(freeze.id, asked.id, step, { caller: al }),
    ]);
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(1);
    expect(
      outcomes.flatMap(one =>
        one.status === 'rejected' ? one.reason.name : [],
      ),
    ).toEqual(['ConflictError', 'ConflictError']);
    expect(await entries()).toHaveLength(3);
  });

  it('ends by one person, or by who asked, and the freeze counts again', async () => {
    const { service, freeze, condition } = await setUp();
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    const other = await service.askException(freeze.id, ask, { caller: dee });
    await service.approveException(
      freeze.id,
      asked.id,
      { revision: 1 },
      { caller: ann },
    );
    expect(await condition()).toMatchObject({ active: false });
    const end = (exceptionId: string, revision: number, caller = ann) =>
      service.endException(freeze.id, exceptionId, { revision }, { caller });
    await expect(end(asked.id, 2, bo)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(await end(asked.id, 2, abe)).toMatchObject({
      state: 'ended',
      endedBy: abe.ref,
    });
    expect(await condition()).toMatchObject({ active: true });
    expect(await end(other.id, 1, dee)).toMatchObject({ state: 'ended' });
    await expect(end(other.id, 2, dee)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('ended at revision 2'),
    });
  });

  it('runs out, and cannot be approved then', async () => {
    const { service, freeze, clock } = await setUp();
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    clock.ms += 6 * HOUR;
    await expect(
      service.approveException(
        freeze.id,
        asked.id,
        { revision: 1 },
        { caller: ann },
      ),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('expired at revision 1'),
    });
  });

  it('is of no use for a freeze that is over or ended', async () => {
    const { service, freeze, clock } = await setUp();
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    await service.end(freeze.id, { revision: 1 }, { caller: ann });
    await expect(
      service.approveException(
        freeze.id,
        asked.id,
        { revision: 1 },
        { caller: ann },
      ),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await expect(
      service.askException(freeze.id, ask, { caller: dee }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('ended-early'),
    });
    clock.ms += HOUR;
  });

  it.each<[string, AskFreezeExceptionInput['scope'], string, FreezeScope]>([
    ['nothing', {}, 'scope: must name', payments],
    [
      'another system',
      { entityRef: 'component:default/loose' },
      'scope.entityRef: the freeze does not cover',
      payments,
    ],
    [
      'what the predicate is not true of',
      { entityRef: 'component:default/payments-web' },
      'scope.entityRef: the freeze does not cover',
      {
        entityRef: 'system:default/payments',
        targets: { 'spec.type': 'service' },
      },
    ],
    [
      'a ghost',
      { entityRef: 'component:default/none' },
      'scope.entityRef: ',
      payments,
    ],
    [
      'a person',
      { agentRef: 'user:default/ann' },
      'scope.agentRef: must be',
      payments,
    ],
    [
      'no agent',
      { agentRef: 'agent:default/none' },
      'scope.agentRef: ',
      payments,
    ],
    [
      'an unknown environment',
      { environments: ['moon'] },
      'scope.environments[0]: unknown',
      payments,
    ],
    [
      'an environment outside',
      { environments: ['staging'] },
      'scope.environments[0]: the freeze covers production only',
      { environments: ['production'] },
    ],
    [
      'actions outside',
      { actions: ['tickets:*'] },
      'scope.actions[0]: the freeze covers deployments:* only',
      { entityRef: 'system:default/payments', actions: ['deployments:*'] },
    ],
    [
      'more actions than the freeze',
      { actions: ['d*'] },
      'scope.actions[0]: the freeze covers deployments:* only',
      { entityRef: 'system:default/payments', actions: ['deployments:*'] },
    ],
  ])('cannot be asked for %s', async (_, scope, message, frozen) => {
    const { service, freeze, entries } = await setUp({ scope: frozen });
    await expect(
      service.askException(freeze.id, { ...ask, scope }, { caller: dee }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
    expect(await entries()).toHaveLength(1);
  });

  it.each<[string, Partial<AskFreezeExceptionInput>, string]>([
    ['for more than a month', { to: '2026-12-21T11:00:00.001Z' }, 'to: '],
    ['that is over', { to: '2026-11-20T12:00:00Z' }, 'to: '],
    ['without a reason', { reason: ' ' }, 'reason: '],
  ])('cannot be asked for %s', async (_, changes, message) => {
    const { service, freeze } = await setUp();
    await expect(
      service.askException(freeze.id, { ...ask, ...changes }, { caller: dee }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('invariant 14: does not exist for who may not see the freeze, nor under another one', async () => {
    const { service, freeze, knex } = await setUp();
    const asked = await service.askException(freeze.id, ask, { caller: dee });
    const other = await service.create(
      {
        scope: { entityRef: 'system:default/payments' },
        from: '2026-11-20T11:00:00Z',
        to: '2026-11-25T11:00:00Z',
        reason: 'Audit',
      },
      { caller: ann },
    );
    await expect(
      service.approveException(
        other.id,
        asked.id,
        { revision: 1 },
        { caller: ann },
      ),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    const hiding = freezeWorld({ knex, hidden: ['system:default/payments'] });
    for (const call of [
      () => hiding.service.askException(freeze.id, ask, { caller: dee }),
      () => hiding.service.get(freeze.id, { caller: dee }),
      () =>
        hiding.service.approveException(
          freeze.id,
          asked.id,
          { revision: 1 },
          { caller: bo },
        ),
    ]) {
      await expect(call()).rejects.toMatchObject({
        name: 'NotFoundError',
        message: 'There is no such freeze',
      });
    }
  });

  it.each(['ledger_entry', 'ledger_payload', 'governance_epoch'])(
    'invariant 8: without %s nothing is asked for, approved or ended',
    async table => {
      const { service, freeze, condition, knex } = await setUp();
      const asked = await service.askException(freeze.id, ask, { caller: dee });
      await knex.schema.renameTable(table, 'away');
      const step = { revision: 1 };
      await expect(
        service.askException(freeze.id, ask, { caller: dee }),
      ).rejects.toThrow();
      await expect(
        service.approveException(freeze.id, asked.id, step, { caller: ann }),
      ).rejects.toThrow();
      await expect(
        service.endException(freeze.id, asked.id, step, { caller: ann }),
      ).rejects.toThrow();
      await knex.schema.renameTable('away', table);
      expect(
        (await service.get(freeze.id, { caller: dee })).exceptions,
      ).toEqual([asked]);
      expect(await condition()).toMatchObject({ active: true });
    },
  );
});
