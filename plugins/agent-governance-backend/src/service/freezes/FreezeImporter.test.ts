import { TestDatabases } from '@backstage/backend-test-utils';
import { ImportFreezesInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { ann, bo, cy, freezeWorld } from './__testUtils__/freezeWorld';

const event = (uid: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');

const weekend = event(
  'weekend',
  'SUMMARY:Weekend',
  'DTSTART;TZID=Europe/Berlin:20261120T180000',
  'DURATION:P2D',
  'RRULE:FREQ=WEEKLY;BYDAY=FR',
);
const yearEnd = event(
  'year-end',
  'SUMMARY:Year end',
  'DTSTART;VALUE=DATE:20261224',
  'DTEND;VALUE=DATE:20270102',
);
const past = event(
  'past',
  'DTSTART:20250101T000000Z',
  'DTEND:20250102T000000Z',
);
const broken = event('broken', ...['DTSTART:20261201T080000Z']);

const input = (changes: Partial<ImportFreezesInput> = {}) => ({
  ics: file(weekend, yearEnd, past),
  scope: { environments: ['production'] },
  zone: 'Europe/Berlin',
  ...changes,
});

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('FreezeImporter, %s', id => {
  const setUp = async () =>
    freezeWorld({ knex: await migratedDatabase(databases, id) });

  it('says what would come of it and sets nothing, then sets all of it', async () => {
    const { service, notifier, entries } = await setUp();
    const preview = await service.import(input(), { caller: bo });
    expect(preview).toEqual({
      applied: false,
      events: [
        {
          position: 1,
          uid: 'weekend',
          title: 'Weekend',
          outcome: 'new',
          from: '2026-11-20T17:00:00.000Z',
          words:
            'every week on Friday at 6 PM for 2 days, Europe/Berlin time, from 2026-11-20',
        },
        {
          position: 2,
          uid: 'year-end',
          title: 'Year end',
          outcome: 'new',
          from: '2026-12-23T23:00:00.000Z',
          to: '2027-01-01T23:00:00.000Z',
        },
        expect.objectContaining({ uid: 'past', outcome: 'over' }),
      ],
    });
    expect((await service.list({}, { caller: bo })).items).toEqual([]);
    expect(notifier.changed).not.toHaveBeenCalled();

    const applied = await service.import(
      input({ apply: true, owner: 'group:sre' }),
      { caller: bo },
    );
    expect(applied).toEqual({ ...preview, applied: true });
    const { items } = await service.list({}, { caller: bo });
    expect(items).toHaveLength(2);
    expect(items.find(({ recurrence }) => !recurrence)).toMatchObject({
      reason: 'Year end',
      owner: 'group:default/sre',
      createdBy: bo.ref,
      origin: { uid: 'year-end' },
      scope: { environments: ['production'] },
      state: 'planned',
    });
    expect(items.find(({ recurrence }) => recurrence)).toMatchObject({
      reason: 'Weekend',
      recurrence: { zone: 'Europe/Berlin' },
    });
    expect(await entries()).toHaveLength(2);
  });

  it('sets nothing while one event cannot be read', async () => {
    const { service, entries } = await setUp();
    const half = input({ ics: file(weekend, broken), apply: true });
    await expect(service.import(half, { caller: bo })).rejects.toMatchObject({
      name: 'InputError',
      message:
        'ics: nothing is imported while 1 of 2 events cannot be read; event 2: it has no length: DTEND is missing',
    });
    expect(await entries()).toEqual([]);
    expect(
      (await service.import({ ...half, apply: false }, { caller: bo })).events,
    ).toMatchObject([
      { outcome: 'new' },
      { outcome: 'refused', problem: 'it has no length: DTEND is missing' },
    ]);
  });

  it('knows what was imported before, and refuses what says something else now', async () => {
    const { service } = await setUp();
    await service.import(input({ apply: true }), { caller: bo });
    const again = await service.import(input(), { caller: bo });
    expect(again.events.map(({ outcome }) => outcome)).toEqual([
      'known',
      'known',
      'over',
    ]);
    await expect(
      service.import(input({ apply: true }), { caller: bo }),
    ).rejects.toMatchObject({
      message: 'ics: there is no event in it that is new',
    });
    const moved = input({
      ics: file(weekend.replace('P2D', 'P3D'), yearEnd),
      apply: true,
    });
    await expect(service.import(moved, { caller: bo })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('imported before'),
    });
    // once that is ended, it may come anew
    const { items } = await service.list({}, { caller: bo });
    const weekly = items.find(({ reason }) => reason === 'Weekend')!;
    await service.end(weekly.id, { revision: 1 }, { caller: bo });
    expect(await service.import(moved, { caller: bo })).toMatchObject({
      applied: true,
    });
  });

  it('is for who may freeze the scope', async () => {
    const { service } = await setUp();
    await expect(
      service.import(input(), { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it.each<[string, Partial<ImportFreezesInput>, string]>([
    ['no calendar', { ics: '<html>' }, 'ics: '],
    ['too much', { ics: 'x'.repeat(1_048_577) }, 'ics: '],
    ['no zone', { zone: '' }, 'zone: '],
    ['no scope', { scope: {} }, 'scope: '],
    ['a strange owner', { owner: 'component:loose' }, 'owner: '],
  ])('refuses %s, naming the field', async (_, changes, message) => {
    const { service } = await setUp();
    await expect(
      service.import(input(changes), { caller: cy }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('invariant 8: is set whole or not at all', async () => {
    const { service, knex } = await setUp();
    await knex.schema.renameTable('governance_epoch', 'away');
    await expect(
      service.import(input({ apply: true }), { caller: bo }),
    ).rejects.toThrow();
    await knex.schema.renameTable('away', 'governance_epoch');
    expect(await knex('freeze').pluck('id')).toEqual([]);
    expect(await knex('ledger_entry').pluck('id')).toEqual([]);
  });
});
