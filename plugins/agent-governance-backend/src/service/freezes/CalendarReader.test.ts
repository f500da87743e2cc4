import { Readable } from 'node:stream';
import { UrlReaderServiceReadUrlOptions } from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import { FreezeCalendarConfig } from '../../GovernanceConfig';
import { readEpoch } from '../../store/epoch';
import { HOUR, START, ann, bo, freezeWorld } from './__testUtils__/freezeWorld';

const calendar: FreezeCalendarConfig = {
  id: 'releases',
  url: 'https://calendar.example.com/secret-key.ics',
  scope: { environments: ['production'] },
  owner: 'group:default/sre',
  zone: 'Europe/Berlin',
  refreshMs: 15 * 60_000,
  ttlMs: HOUR,
};

const event = (uid: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');
const day = (uid: string, date: string, title = uid) =>
  event(uid, `SUMMARY:${title}`, `DTSTART;VALUE=DATE:${date}`);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('CalendarReader, %s', id => {
  async function setUp() {
    /** What the calendar's server answers next. */
    let answer: () => { body: string; etag?: string } = () => ({
      body: file(),
    });
    const asked: UrlReaderServiceReadUrlOptions[] = [];
    const urlReader = mockServices.urlReader.mock({
      readUrl: async (url, options = {}) => {
        expect(url).toBe(calendar.url);
        asked.push(options);
        const { body, etag } = answer();
        return {
          etag,
          stream: () => Readable.from([Buffer.from(body)]),
          buffer: async () => Buffer.from(body),
        };
      },
    });
    const world = freezeWorld({
      knex: await migratedDatabase(databases, id),
      calendars: [calendar],
      urlReader,
    });
    const read = async (says: typeof answer | string, changes: object = {}) => {
      answer = typeof says === 'string' ? () => ({ body: says }) : says;
      await world.calendarReader.read(
        { ...calendar, ...changes },
        new AbortController().signal,
      );
    };
    const reasons = async () =>
      (await world.service.list({}, { caller: bo })).items
        .map(({ reason, state }) => `${reason} ${state}`)
        .sort();
    const status = async () => (await world.service.calendars())[0];
    const fact = async () => {
      const target = await world.catalog.getEntityByRef(
        'component:default/payments-api',
        { credentials: ann.credentials },
      );
      return world.facts.inForce({
        agentRef: 'agent:default/deploy-bot',
        actionId: 'deployments:deploy',
        environment: 'production',
        target: target!,
        now: new Date(world.clock.ms),
      });
    };
    return { ...world, read, reasons, status, fact, asked };
  }

  it('sets what it says, ends what it says no more, and keeps the rest', async () => {
    const { read, reasons, status, entries, knex, service } = await setUp();
    expect(await status()).toMatchObject({ state: 'unread', events: 0 });
    await read(file(day('a', '20261120'), day('b', '20261201')));
    expect(await reasons()).toEqual(['a in-force', 'b planned']);
    expect(await status()).toEqual({
      id: 'releases',
      scope: calendar.scope,
      owner: calendar.owner,
      zone: 'Europe/Berlin',
      refreshSeconds: 900,
      state: 'fresh',
      events: 2,
      problems: [],
      readAt: '2026-11-20T12:00:00.000Z',
      triedAt: '2026-11-20T12:00:00.000Z',
    });
    const { items } = await service.list({}, { caller: bo });
    expect(items[0]).toMatchObject({
      createdBy: 'calendar:releases',
      owner: 'group:default/sre',
      origin: { calendar: 'releases' },
    });

    const before = { entries: await entries(), epoch: await readEpoch(knex) };
    await read(file(day('b', '20261201'), day('a', '20261120')));
    expect(await entries()).toEqual(before.entries);
    expect(await readEpoch(knex)).toBe(before.epoch);

    await read(file(day('b', '20261202'), day('c', '20261203')));
    expect(await reasons()).toEqual([
      'a ended-early',
      'b ended-early',
      'b planned',
      'c planned',
    ]);
  });

  it('does not bring back what people ended, unless the event says something else', async () => {
    const { read, reasons, service } = await setUp();
    const once = file(day('a', '20261120'));
    await read(once);
    const [{ id: freezeId }] = (await service.list({}, { caller: bo })).items;
    await service.end(freezeId, { revision: 1 }, { caller: bo });
    await read(once);
    expect(await reasons()).toEqual(['a ended-early']);
    await read(file(day('a', '20261120', 'a, still')));
    expect(await reasons()).toEqual(['a ended-early', 'a, still in-force']);
  });

  it('forgets an exception with the event it was from', async () => {
    const { read, service, fact } = await setUp();
    await read(file(day('a', '20261120')));
    const [{ id: freezeId }] = (await service.list({}, { caller: bo })).items;
    const asked = await service.askException(
      freezeId,
      {
        scope: { entityRef: 'component:default/payments-api' },
        from: '2026-11-20T11:00:00Z',
        to: '2026-11-20T18:00:00Z',
        reason: 'Hotfix',
      },
      { caller: ann },
    );
    await service.approveException(
      freezeId,
      asked.id,
      { revision: 1 },
      { caller: bo },
    );
    expect((await fact()).value).toMatchObject({ active: false });
    await read(file(day('a', '20261120', 'a, and more')));
    expect((await fact()).value).toMatchObject({ active: true });
  });

  it.each<[string, () => { body: string }, RegExp]>([
    [
      'is away',
      () => {
        throw new Error(`Unable to read ${calendar.url}, connection refused`);
      },
      /^Unable to read its address connection refused$/,
    ],
    ['shows a page', () => ({ body: '<html>' }), /must be an iCalendar file/],
    [
      'is too large',
      () => ({ body: 'x'.repeat(1_048_577) }),
      /larger than 1048576 bytes/,
    ],
    [
      'has one event that cannot be read',
      () => ({ body: file(day('b', '20261201'), event('c', 'SUMMARY:Odd')) }),
      /^Event 2, Odd: DTSTART is missing$/,
    ],
  ])(
    'invariant 11: keeps what it said when it %s, says so, and is stale once that is too long ago',
    async (_, fails, problem) => {
      const { read, reasons, status, fact, clock } = await setUp();
      await read(file(day('a', '20261125')));
      clock.ms += 30 * 60_000;
      await read(fails);
      expect(await reasons()).toEqual(['a planned']);
      expect(await status()).toMatchObject({
        state: 'failing',
        problems: [expect.stringMatching(problem)],
        readAt: '2026-11-20T12:00:00.000Z',
        triedAt: '2026-11-20T12:30:00.000Z',
      });
      expect(JSON.stringify(await status())).not.toContain('secret-key');
      expect(await fact()).toMatchObject({ state: 'known' });
      clock.ms = START + HOUR;
      expect(await status()).toMatchObject({ state: 'stale' });
      expect(await fact()).toMatchObject({
        state: 'stale',
        value: { active: false },
      });
      await read(file());
      expect(await status()).toMatchObject({ state: 'fresh', problems: [] });
      expect(await fact()).toMatchObject({ state: 'known' });
    },
  );

  it('asks whether it changed, and takes "no" for read; but not under other settings', async () => {
    const { read, status, reasons, asked, clock } = await setUp();
    await read(() => ({ body: file(day('a', '20261120')), etag: '"1 2"' }));
    clock.ms += 10 * 60_000;
    await read(() => {
      throw new NotModifiedError();
    });
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"1 2"']);
    expect(await status()).toMatchObject({
      state: 'fresh',
      readAt: '2026-11-20T12:10:00.000Z',
      events: 1,
    });
    expect(await reasons()).toEqual(['a in-force']);
    await read(file(day('a', '20261120')), { zone: 'Asia/Tokyo' });
    expect(asked[2].etag).toBeUndefined();
  });

  it('lets one of two that read at once write', async () => {
    const { read, reasons } = await setUp();
    await Promise.all([
      read(file(day('a', '20261120'))),
      read(file(day('a', '20261120'))),
    ]);
    expect(await reasons()).toEqual(['a in-force']);
  });

  it('stops when it is told to', async () => {
    const { calendarReader, status } = await setUp();
    const stop = new AbortController();
    stop.abort(new Error('The time is up'));
    await calendarReader.read(calendar, stop.signal);
    expect(await status()).toMatchObject({
      state: 'unread',
      problems: ['The time is up'],
    });
  });
});
