import { createHmac } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const OLD = 'the secret that is on its way out';
const NEW = 'the secret that takes its place';
const TOKEN = 'the-token-of-the-alertmanager';
const PAYMENTS = 'component:default/payments-api';
const LEDGER_API = 'component:default/bookings';

const sources: JsonObject[] = [
  {
    id: 'monitoring',
    type: 'generic',
    kind: 'health',
    secrets: [NEW, OLD],
    ttl: 'PT1H',
  },
  {
    id: 'incidents',
    type: 'generic',
    kind: 'incident',
    secrets: [NEW],
    quietAfter: 'never',
  },
  {
    id: 'pagerduty',
    type: 'pagerduty',
    kind: 'incident',
    secrets: [NEW],
    quietAfter: 'never',
    entities: {
      map: { PF9KMXH: 'bookings' },
      annotation: 'pagerduty.com/service-id',
    },
  },
  {
    id: 'alerts',
    type: 'alertmanager',
    kind: 'health',
    tokens: [TOKEN],
    ttl: 'PT1H',
    environments: { label: 'env', map: { prod: 'production' } },
  },
];

/** Acme, with something payments depend on and something PagerDuty knows by its own id. */
const entities = acme
  .map(each =>
    each.metadata.name === 'payments-api'
      ? { ...each, spec: { ...each.spec, dependsOn: [LEDGER_API] } }
      : each,
  )
  .concat(
    entity('Component', 'bookings', {
      type: 'service',
      lifecycle: 'production',
      owner: 'checkout',
    }),
    entity(
      'Component',
      'mail',
      { type: 'service', lifecycle: 'production', owner: 'checkout' },
      { annotations: { 'pagerduty.com/service-id': 'PIJ90N7' } },
    ),
  );

const hmac = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text).digest('hex');
const at = (offsetMs = 0) => new Date(Date.now() + offsetMs).toISOString();
const MINUTE = 60_000;

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('conditions, %p', databaseId => {
  let portal: TestPortal;

  beforeAll(async () => {
    const outside = new Outside();
    portal = await TestPortal.start({
      entities,
      actions: outside.actions(),
      database: portalDatabase(databaseId),
      config: { conditions: { sources } },
    });
  });
  afterAll(async () => portal?.stop());

  const sign = (
    text: string,
    options: { secret?: string; offsetMs?: number } = {},
  ) => {
    const { secret = NEW, offsetMs = 0 } = options;
    const timestamp = String(Math.floor((Date.now() + offsetMs) / 1_000));
    return {
      'X-Agent-Governance-Timestamp': timestamp,
      'X-Agent-Governance-Signature': `v1=${hmac(
        secret,
        `${timestamp}.${text}`,
      )}`,
    };
  };
  /** Each delivery differs, as if it were sent at another time. */
  let salt = 0;
  const report = async (
    source: string,
    reports: object[],
    options: { secret?: string; offsetMs?: number } = {},
  ) => {
    const text = JSON.stringify({ reports }) + ' '.repeat(++salt);
    return portal.deliver(source, text, sign(text, options));
  };
  const health = (changes: object = {}) => ({
    key: 'payments',
    entityRef: PAYMENTS,
    status: 'healthy',
    observedAt: at(-MINUTE),
    ...changes,
  });
  const over = async (entityRef: string, environment = 'production') => {
    const { body } = await portal.ask(
      { person: 'olivia' },
      'get',
      `/conditions?entity=${encodeURIComponent(entityRef)}`,
    );
    return body.environments.find(
      (one: { environment: string }) => one.environment === environment,
    );
  };

  describe('a source that signs', () => {
    it('is heard, and what it says is committed when it is answered', async () => {
      expect((await over(PAYMENTS)).health).toMatchObject({
        state: 'unknown',
        note: expect.stringContaining('monitoring has never reported'),
      });
      const { status, body } = await report('monitoring', [health()]);
      expect(body).toEqual({
        results: [{ key: 'payments', outcome: 'recorded' }],
      });
      expect(status).toBe(200);
      expect((await over(PAYMENTS)).health).toMatchObject({
        value: { status: 'healthy', source: 'monitoring' },
        source: 'monitoring',
        ttlSeconds: 3_600,
      });
    });

    it('may sign with the old secret while it is changed, or with both', async () => {
      expect(
        (await report('monitoring', [health()], { secret: OLD })).status,
      ).toBe(200);
      const text = JSON.stringify({ reports: [] });
      const { 'X-Agent-Governance-Signature': valid, ...timestamp } =
        sign(text);
      const answer = await portal.deliver('monitoring', text, {
        ...timestamp,
        'X-Agent-Governance-Signature': `v1=${'0'.repeat(64)}, ${valid}`,
      });
      expect(answer.status).toBe(200);
    });

    it.each([
      ['unsigned', () => ({}), 'X-Agent-Governance-Timestamp is missing'],
      [
        'with a timestamp alone',
        (text: string) => ({
          'X-Agent-Governance-Timestamp':
            sign(text)['X-Agent-Governance-Timestamp'],
        }),
        'X-Agent-Governance-Signature is missing',
      ],
      [
        'signed by somebody else',
        (text: string) => sign(text, { secret: 'some other secret text' }),
        'was not made over this body with a secret of this source',
      ],
      [
        'signed over another body',
        (text: string) => sign(`${text} `),
        'was not made over this body with a secret of this source',
      ],
      [
        'signed over another time',
        (text: string) => ({
          ...sign(text),
          'X-Agent-Governance-Timestamp': String(
            Math.floor(Date.now() / 1_000) - 60,
          ),
        }),
        'was not made over this body with a secret of this source',
      ],
      [
        'with a signature of no version',
        (text: string) => ({
          ...sign(text),
          'X-Agent-Governance-Signature': 'sha256=ab',
        }),
        `must hold a signature 'v1=…'`,
      ],
      [
        'signed too long ago',
        (text: string) => sign(text, { offsetMs: -6 * MINUTE }),
        `no more than 300 seconds from the portal's clock`,
      ],
      [
        'signed in the future',
        (text: string) => sign(text, { offsetMs: 6 * MINUTE }),
        `no more than 300 seconds from the portal's clock`,
      ],
    ])('is refused %s', async (_, headersOf, message) => {
      const text = JSON.stringify({
        reports: [health({ status: 'degraded' })],
      });
      const answer = await portal.deliver(
        'monitoring',
        text,
        headersOf(text) as Record<string, string>,
      );
      expect(answer.body.error.message).toContain(message);
      expect(answer.status).toBe(401);
      expect((await over(PAYMENTS)).health.value.status).toBe('healthy');
    });

    it('is refused when somebody sends again what it sent', async () => {
      const text = JSON.stringify({ reports: [health()] });
      const headers = sign(text);
      expect((await portal.deliver('monitoring', text, headers)).status).toBe(
        200,
      );
      const again = await portal.deliver('monitoring', text, headers);
      expect(again.body.error.message).toContain(
        'This very delivery came in before',
      );
      expect(again.status).toBe(409);
    });

    it('is told that what it observed earlier does not count any more', async () => {
      const { body } = await report('monitoring', [
        health({ status: 'unhealthy', observedAt: at(-10 * MINUTE) }),
        health({
          key: 'ancient',
          observedAt: at(-31 * 24 * 60 * MINUTE),
        }),
      ]);
      expect(body.results).toEqual([
        {
          key: 'payments',
          outcome: 'ignored',
          message: expect.stringContaining('A later observation'),
        },
        {
          key: 'ancient',
          outcome: 'ignored',
          message: expect.stringContaining('more than 30 days ago'),
        },
      ]);
      expect((await over(PAYMENTS)).health.value.status).toBe('healthy');
    });

    it('is heard of what the catalog does not have, and told so', async () => {
      const { status, body } = await report('monitoring', [
        health({ key: 'ghost', entityRef: 'component:default/ghost' }),
        health({ key: 'nonsense', entityRef: 'a b:c/d/e' }),
      ]);
      expect(status).toBe(200);
      expect(body.results).toEqual([
        {
          key: 'ghost',
          outcome: 'recorded',
          message: expect.stringContaining(
            'There is no component:default/ghost in the catalog',
          ),
        },
        {
          key: 'nonsense',
          outcome: 'recorded',
          message: expect.stringContaining(`'a b:c/d/e' is no entity ref`),
        },
      ]);
      const listed = await portal.ask(
        { person: 'vera' },
        'get',
        '/condition-sources',
      );
      expect(
        listed.body.items
          .find(({ id }: { id: string }) => id === 'monitoring')
          .unmatched.map(({ key }: { key: string }) => key)
          .sort(),
      ).toEqual(['ghost', 'nonsense']);
    });

    it.each([
      [{ reports: [{}] }, 'reports[0].key'],
      [{}, 'reports: '],
      [{ reports: [health({ status: 'fine' })] }, 'reports[0].status'],
      [{ reports: [health({ status: 'open' })] }, 'reports[0].status'],
      [{ reports: [health({ mood: 'good' })] }, 'mood'],
      [{ reports: [health({ key: '' })] }, 'reports[0].key'],
      [{ reports: [health({ key: 'a\u0000b' })] }, 'reports[0].key'],
      [
        { reports: [health({ observedAt: 'yesterday' })] },
        'reports[0].observedAt',
      ],
      [
        { reports: [health(), health({ observedAt: at(5 * MINUTE) })] },
        'reports[1]: observed at',
      ],
      [
        {
          reports: Array.from({ length: 101 }, (_, i) =>
            health({ key: `k${i}` }),
          ),
        },
        'reports: ',
      ],
      [[], 'the body: '],
    ])('is refused with what does not fit: %j', async (body, path) => {
      const text = JSON.stringify(body);
      const answer = await portal.deliver('monitoring', text, sign(text));
      expect(answer.body.error.message).toContain(path);
      expect(answer.status).toBe(400);
    });

    it('is refused with what is no JSON, and with what is too large', async () => {
      const garbage = await portal.deliver('monitoring', '{', sign('{'));
      expect(garbage.body.error.message).toBe('The body is no JSON');
      expect(garbage.status).toBe(400);
      const large = ' '.repeat(600_000);
      const refused = await portal.deliver('monitoring', large, sign(large));
      expect(refused.body.error.name).toBe('PayloadTooLargeError');
      expect(refused.status).toBe(413);
    });

    it('is not found when nobody configured it', async () => {
      expect((await report('nobody', [])).status).toBe(404);
    });

    it('opens no other way in', async () => {
      const below = await portal.deliver('monitoring/more', '{}');
      expect(below.status).toBe(401);
      const listed = await portal.ask('nobody', 'get', '/condition-sources');
      expect(listed.status).toBe(401);
    });
  });

  describe('PagerDuty', () => {
    /** As its documentation has it. */
    const webhook = (data: object, event: object = {}) =>
      JSON.stringify({
        event: {
          id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
          event_type: 'incident.priority_updated',
          resource_type: 'incident',
          occurred_at: at(-MINUTE),
          agent: { id: 'PLH1HKV', type: 'user_reference' },
          client: { name: 'PagerDuty' },
          ...event,
          data: {
            id: 'PGR0VU2',
            type: 'incident',
            self: 'https://api.pagerduty.com/incidents/PGR0VU2',
            number: 2,
            status: 'triggered',
            incident_key: 'd3640fbd41094207a1c11e58e46b1662',
            created_at: '2026-04-09T15:16:27Z',
            title: 'A little bump in the röad',
            service: { id: 'PF9KMXH', type: 'service_reference' },
            assignees: [],
            priority: { id: 'PSO75BM', summary: 'P1' },
            urgency: 'high',
            resolve_reason: null,
            ...data,
          },
        },
      });
    const deliver = (text: string, secrets = [NEW]) =>
      portal.deliver('pagerduty', text, {
        'X-PagerDuty-Signature': secrets
          .map(secret => `v1=${hmac(secret, text)}`)
          .join(','),
      });

    it('opens an incident on what depends on it, and nowhere else', async () => {
      await report('incidents', []);
      expect((await over(PAYMENTS)).incident).toMatchObject({
        state: 'unknown',
        note: 'pagerduty has never reported',
      });
      const { status, body } = await deliver(webhook({}), [
        'the secret they used before',
        NEW,
      ]);
      expect(body).toEqual({
        results: [{ key: 'PGR0VU2', outcome: 'recorded' }],
      });
      expect(status).toBe(200);
      expect((await over(PAYMENTS)).incident).toMatchObject({
        state: 'known',
        value: {
          active: true,
          incidents: [
            {
              id: 'PGR0VU2',
              title: 'A little bump in the röad',
              severity: 'P1',
              entityRef: LEDGER_API,
              source: 'pagerduty',
              openedAt: '2026-04-09T15:16:27.000Z',
            },
          ],
        },
      });
      expect(
        (await over('component:default/checkout-web')).incident,
      ).toMatchObject({ state: 'known', value: { active: false } });
    });

    it('finds an entity by its annotation', async () => {
      const mail = { id: 'PMAIL', service: { id: 'PIJ90N7' } };
      await deliver(webhook(mail));
      expect(
        (await over('component:default/mail')).incident.value.incidents,
      ).toMatchObject([{ id: 'PMAIL' }]);
      await deliver(
        webhook({ ...mail, status: 'resolved' }, { occurred_at: at() }),
      );
      expect((await over('component:default/mail')).incident.value.active).toBe(
        false,
      );
    });

    it('may deliver twice, and late', async () => {
      const resolved = webhook(
        { id: 'PTWICE', status: 'resolved' },
        { occurred_at: at() },
      );
      await deliver(resolved);
      expect((await deliver(resolved)).body.results[0].outcome).toBe(
        'unchanged',
      );
      const late = await deliver(webhook({ id: 'PTWICE' }));
      expect(late.status).toBe(200);
      expect(late.body.results[0].outcome).toBe('ignored');
    });

    it('is thanked for what it says of other things', async () => {
      const note = webhook({ type: 'incident_note' });
      const ping = JSON.stringify({
        event: {
          event_type: 'pagey.ping',
          occurred_at: at(),
          data: { message: 'Hello from your friend Pagey!', type: 'ping' },
        },
      });
      for (const text of [note, ping]) {
        const answer = await deliver(text);
        expect(answer).toEqual({ status: 200, body: { results: [] } });
      }
    });

    it('is told of a service that nobody mapped, and not refused', async () => {
      const answer = await deliver(
        webhook({ id: 'PX', service: { id: 'PNOBODY' } }),
      );
      expect(answer.status).toBe(200);
      expect(answer.body.results[0].message).toContain(
        `'PNOBODY' is no entity ref and is not in the map of the source, nor in the annotation pagerduty.com/service-id`,
      );
    });

    it.each([
      [{ status: 'happy' }, {}, 'event.data.status'],
      [{ service: null }, {}, 'event.data.service'],
      [{ id: 7 }, {}, 'event.data.id'],
      [{}, { occurred_at: 'soon' }, 'event.occurred_at'],
      [{}, { occurred_at: at(5 * MINUTE) }, 'event.occurred_at: observed at'],
    ])(
      'is refused with what does not fit: %j %j',
      async (data, event, path) => {
        const answer = await deliver(webhook(data, event));
        expect(answer.body.error.message).toContain(path);
        expect(answer.status).toBe(400);
      },
    );

    it('is refused without a signature of ours', async () => {
      const text = webhook({});
      expect((await portal.deliver('pagerduty', text)).status).toBe(401);
      expect((await deliver(text, ['another secret'])).status).toBe(401);
      expect((await deliver(text, [])).status).toBe(401);
    });
  });

  describe('Alertmanager', () => {
    const group = (...alerts: object[]) =>
      JSON.stringify({
        version: '4',
        groupKey: '{}:{alertname="Latency"}',
        truncatedAlerts: 0,
        status: 'firing',
        receiver: 'portal',
        groupLabels: {},
        commonLabels: {},
        commonAnnotations: {},
        externalURL: 'http://alerts.example.com',
        alerts,
      });
    const alert = (labels: object, changes: object = {}) => ({
      status: 'firing',
      labels: {
        alertname: 'Latency',
        entity: 'checkout-web',
        env: 'prod',
        ...labels,
      },
      annotations: { summary: 'Slow' },
      startsAt: '2026-08-03T09:52:26.739266876+02:00',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.example.com',
      fingerprint: '1a30ba71cca2921f',
      ...changes,
    });
    const deliver = (text: string, token = `Bearer ${TOKEN}`) =>
      portal.deliver('alerts', text, { Authorization: token });
    const status = async () =>
      (await over('component:default/checkout-web')).health;

    it('says how things are as long as its alerts fire', async () => {
      expect(
        (await deliver(group(alert({ severity: 'critical' })))).status,
      ).toBe(200);
      expect((await status()).value).toMatchObject({
        status: 'unhealthy',
        source: 'alerts',
      });
      expect(
        (await over('component:default/checkout-web', 'staging')).health.state,
      ).toBe('unknown');

      const up = alert(
        { alertname: 'Up', health: 'healthy' },
        {
          fingerprint: 'up',
        },
      );
      await deliver(group(up));
      expect((await status()).value.status).toBe('unhealthy');
      await deliver(group(alert({}, { status: 'resolved' })));
      expect((await status()).value.status).toBe('healthy');
      // what it no longer says is not that all is well
      await deliver(group({ ...up, status: 'resolved' }));
      expect((await status()).state).toBe('unknown');
    });

    it('keeps apart what names no entity or another environment, and passes over its watchdog', async () => {
      const { body } = await deliver(
        group(
          alert({ entity: undefined }, { fingerprint: 'a' }),
          alert({ env: 'moon' }, { fingerprint: 'b' }),
          { ...alert({ alertname: 'Watchdog' }), fingerprint: 'c' },
        ),
      );
      expect(
        body.results.map(({ message }: { message: string }) => message),
      ).toEqual([
        expect.stringContaining(`It has no label 'entity'`),
        expect.stringContaining(`There is no environment 'moon'`),
      ]);
    });

    it.each([
      [{ version: '3', alerts: [] }, 'version'],
      [{ version: '4' }, 'alerts'],
      [
        { version: '4', alerts: [alert({}, { status: 'on' })] },
        'alerts[0].status',
      ],
      [
        { version: '4', alerts: [alert({}, { startsAt: '?' })] },
        'alerts[0].startsAt',
      ],
    ])('is refused with what does not fit: %j', async (body, path) => {
      const answer = await deliver(JSON.stringify(body));
      expect(answer.body.error.message).toContain(path);
      expect(answer.status).toBe(400);
    });

    it.each([['Bearer some other token altogether'], [TOKEN], ['Basic abc']])(
      'is refused with %j',
      async token => {
        expect((await deliver(group(), token)).status).toBe(401);
      },
    );
  });

  describe('what decisions see', () => {
    it('is the same, sealed, with the incident of a dependency by name', async () => {
      const { body } = await portal.propose('deploy-bot', {
        action: 'deployments:deploy',
        target: PAYMENTS,
        environment: 'staging',
        input: { version: '1.2.3' },
      });
      const explained = await portal.ask(
        { person: 'olivia' },
        'get',
        `/action-requests/${body.id}/explanation`,
      );
      const { conditions } = explained.body.decisions[0].facts;
      expect(conditions.incident.value.incidents).toMatchObject([
        { id: 'PGR0VU2', entityRef: LEDGER_API },
      ]);
      expect(conditions.health.value.status).toBe('healthy');
      expect(conditions.deployInProgress).toMatchObject({
        state: 'known',
        value: { active: false, executions: [], reported: [] },
      });
    });

    it('is shown to nobody who may not read the entity', async () => {
      for (const name of ['none', 'payments-api']) {
        const answer = await portal.ask(
          name === 'none' ? { person: 'olivia' } : 'nobody',
          'get',
          `/conditions?entity=component:default/${name}`,
        );
        expect(answer.status).toBe(name === 'none' ? 404 : 401);
      }
    });
  });

  it('leaves a ledger that holds, one chain for each source', async () => {
    const { body } = await portal.ask(
      { person: 'vera' },
      'get',
      '/ledger/verification',
    );
    expect(body.findings).toEqual([]);
    const { body: page } = await portal.ask(
      { person: 'vera' },
      'get',
      '/ledger/entries?stream=condition:pagerduty',
    );
    expect(page.items.length).toBeGreaterThan(2);
  });
});
