import {
  SchedulerServiceTaskFunction,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const TARGET = 'component:default/payments-api';
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString();
/** What the clocks of UTC show: `2026-11-20T16:00`. */
const onTheWall = (moment: number) =>
  new Date(moment).toISOString().slice(0, 16);
/** As calendars write it. */
const basic = (iso: string) => `${iso.replace(/[-:]|\.\d+/g, '')}`;

describe.each(databases.eachSupportedId())('freezes, %p', databaseId => {
  let outside: Outside;
  let portal: TestPortal;
  /** What the calendar says when it is asked. */
  let calendar: () => string;
  const tasks = new Map<string, SchedulerServiceTaskFunction>();

  beforeAll(async () => {
    outside = new Outside();
    portal = await TestPortal.start({
      entities: acme,
      actions: outside.actions(),
      database: portalDatabase(databaseId),
      config: {
        admins: ['user:default/vera'],
        freezes: {
          exceptionQuorum: 2,
          calendars: [
            {
              id: 'releases',
              url: 'https://calendar.example.com/releases.ics',
              scope: { entityRef: 'component:default/checkout-web' },
              owner: 'checkout',
              zone: 'UTC',
            },
          ],
        },
      },
      features: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () =>
            mockServices.scheduler.mock({
              scheduleTask: async ({ id, fn }) => {
                tasks.set(id, fn);
              },
              createScheduledTaskRunner: () => ({ run: async () => {} }),
            }),
        }),
        mockServices.urlReader.mock({
          readUrl: async () => ({
            buffer: async () => Buffer.from(calendar()),
          }),
        }).factory,
      ],
    });
  });
  afterAll(async () => portal?.stop());

  const people = (person: string) => ({
    post: async (path: string, body: object) => {
      const answer = await portal.ask({ person }, 'post', path, body);
      return { status: answer.status, body: answer.body };
    },
  });
  const [olivia, otto, carl] = ['olivia', 'otto', 'carl'].map(people);
  const deploy = async (agent = 'deploy-bot') =>
    (
      await portal.propose(agent, {
        action: 'deployments:deploy',
        target: TARGET,
        environment: 'staging',
        input: { version: '1.2.3' },
      })
    ).body;
  const readCalendar = () =>
    tasks.get('freeze-calendar-releases')!(new AbortController().signal);
  const outlook = async () =>
    (
      await portal.ask(
        { person: 'vera' },
        'get',
        `/freezes/agenda?${new URLSearchParams({
          from: ago(DAY_MS),
          to: ahead(DAY_MS),
        })}`,
      )
    ).body;

  it('comes back, is excepted from by others, and ends when enough people say so', async () => {
    expect(await deploy()).toMatchObject({ verdict: 'allow' });
    const set = await olivia.post('/freezes', {
      scope: {
        entityRef: 'system:default/pay',
        targets: { 'spec.type': 'service' },
        actions: ['deployments:*'],
      },
      recurrence: {
        rule: 'FREQ=DAILY',
        start: onTheWall(Date.now() - 10 * DAY_MS - 5 * MINUTE_MS),
        duration: 'PT1H',
        zone: 'UTC',
      },
      reason: 'Quiet hours',
    });
    expect(set).toMatchObject({ status: 201, body: { state: 'in-force' } });
    const refused = await deploy();
    expect(refused).toMatchObject({
      state: 'denied',
      because: expect.stringContaining('Quiet hours'),
    });
    expect(refused.unblock).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'freeze-ends', at: set.body.to }),
      ]),
    );

    const path = `/freezes/${set.body.id}`;
    const asked = await olivia.post(`${path}/exceptions`, {
      scope: { agentRef: 'agent:default/deploy-bot' },
      from: ago(MINUTE_MS),
      to: ahead(DAY_MS),
      reason: 'Refunds are broken',
    });
    expect(asked).toMatchObject({ status: 201, body: { state: 'requested' } });
    const approve = (person: typeof olivia, revision: number) =>
      person.post(`${path}/exceptions/${asked.body.id}/approve`, { revision });
    expect(await approve(olivia, 1)).toMatchObject({ status: 403 });
    expect(await approve(carl, 1)).toMatchObject({ status: 403 });
    expect(await approve(otto, 1)).toMatchObject({
      status: 200,
      body: { state: 'requested' },
    });
    expect(await deploy()).toMatchObject({ state: 'denied' });
    expect(await approve(people('vera'), 2)).toMatchObject({
      status: 200,
      body: { state: 'active' },
    });
    const let1 = await deploy();
    expect(let1).toMatchObject({ verdict: 'allow' });
    await portal.reaches('deploy-bot', let1.id, 'succeeded');
    expect(await deploy('other-bot')).toMatchObject({ state: 'denied' });

    const end = (person: typeof olivia, revision: number) =>
      person.post(`${path}/end`, { revision });
    expect(await end(olivia, 1)).toMatchObject({
      status: 200,
      body: { state: 'in-force', ending: { required: 2 } },
    });
    expect(await deploy('other-bot')).toMatchObject({ state: 'denied' });
    expect(await end(otto, 2)).toMatchObject({
      status: 200,
      body: { state: 'ended-early' },
    });
    expect(await deploy('other-bot')).toMatchObject({ verdict: 'allow' });
    const verified = await portal.ask(
      { person: 'vera' },
      'get',
      '/ledger/verification',
    );
    expect(verified.body).toMatchObject({ ok: true, findings: [] });
  });

  it('reads a calendar, keeps what it said when it fails, and says so', async () => {
    const event = (title: string) =>
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'UID:1',
        `SUMMARY:${title}`,
        `DTSTART:${basic(ago(MINUTE_MS))}`,
        `DTEND:${basic(ahead(DAY_MS))}`,
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\n');
    const text = event('Checkout moves');
    calendar = () => text;
    await readCalendar();
    const first = await outlook();
    expect(first.freezes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          reason: 'Checkout moves',
          createdBy: 'calendar:releases',
        }),
      ]),
    );
    calendar = () => text.replace('DTEND', 'X-END');
    await readCalendar();
    expect((await outlook()).freezes).toEqual(first.freezes);
    const { body } = await portal.ask(
      { person: 'carl' },
      'get',
      '/freezes/calendars',
    );
    expect(body.items).toMatchObject([
      {
        id: 'releases',
        state: 'failing',
        problems: [
          'Event 1, Checkout moves: it has no length: DTEND is missing',
        ],
      },
    ]);
    calendar = () => 'BEGIN:VCALENDAR\nEND:VCALENDAR';
    await readCalendar();
    expect((await outlook()).freezes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          reason: 'Checkout moves',
          state: 'ended-early',
          endedBy: 'calendar:releases',
        }),
      ]),
    );
  });
});
