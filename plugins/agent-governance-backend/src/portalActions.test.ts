import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import { Outside, acme } from './__testUtils__/acme';
import { ShopSeen, shopPlugin } from './__testUtils__/shopPlugin';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const API = 'component:default/payments-api';
const SITE = 'component:default/checkout-web';
const BOT = { agent: 'deploy-bot' };
const AS_BOT = 'agent:default/deploy-bot by plugin:agent-governance';

const invoke = (name: string, version = 'v1') =>
  `/api/shop/.backstage/actions/${version}/actions/shop:${name}/invoke`;

describe('portal actions and routes of other plugins', () => {
  let portal: TestPortal;
  const seen: ShopSeen = { effects: [], before: async () => {} };

  beforeAll(async () => {
    portal = await TestPortal.start({
      entities: acme,
      actions: new Outside().actions(),
      database: { client: 'better-sqlite3', connection: ':memory:' },
      pluginSources: ['shop'],
      features: [
        shopPlugin(seen),
        mcpPlugin,
        actionsRegistryServiceFactory,
        actionsServiceFactory,
      ],
      config: {
        portalActions: [
          { id: 'shop:unlock', environment: 'production', effectClass: 'read' },
          { id: 'shop:reprice', environment: 'production' },
          { id: 'shop:*', environment: 'staging', effectClass: 'idempotent' },
        ],
        perimeter: {
          reads: [
            { plugin: 'catalog', path: '/entities' },
            { plugin: 'shop', path: '/.backstage/actions/v1/actions' },
          ],
          doors: [{ plugin: 'mcp-actions', path: '/v1' }],
          routes: [
            {
              id: 'change-order',
              plugin: 'shop',
              method: 'PUT',
              path: '/orders/:id',
              target: { body: 'of' },
              environment: 'staging',
            },
          ],
        },
      },
    });
  });
  afterAll(async () => portal?.stop());
  beforeEach(() => {
    seen.effects = [];
    seen.before = async () => {};
  });

  const requests = async (actionId: string) =>
    (await portal.ask(BOT, 'get', `/action-requests?action=${actionId}`)).body
      .items;
  /** The one a message names. */
  const requestIn = async (message: string) => {
    const [id] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(message)!;
    return (await portal.ask(BOT, 'get', `/action-requests/${id}`)).body;
  };

  it('invariant 1: runs an invocation once it is decided, as the agent, and answers in the form of the route', async () => {
    const { status, body } = await portal.ask(BOT, 'post', invoke('restock'), {
      entityRef: API,
      amount: 3,
    });
    expect([status, body]).toEqual([200, { output: { restocked: 3 } }]);
    expect(seen.effects).toEqual([{ what: 'restock 3', by: AS_BOT }]);
    const [request] = await requests('shop:restock');
    expect(request).toMatchObject({
      actionId: 'shop:restock',
      targetRef: API,
      environment: 'staging',
      state: 'succeeded',
      input: { entityRef: API, amount: 3 },
      effectClass: 'idempotent',
    });
  });

  it('denies what is not granted, and says so where the plugin would have answered', async () => {
    const { status, body } = await portal.ask(BOT, 'post', invoke('restock'), {
      entityRef: SITE,
    });
    expect(status).toBe(403);
    expect(body.error.name).toBe('NotAllowedError');
    const request = await requestIn(body.error.message);
    expect(request).toMatchObject({ targetRef: SITE, state: 'denied' });
    expect(body.error.message).toContain(request.id);
    expect(body.error.message).toContain(request.because);
    expect(seen.effects).toEqual([]);
  });

  it.each([
    ['names nothing', {}, 400, 'cannot be told from its input'],
    ['names what is no ref', { entityRef: 'x' }, 400, 'must be an entity ref'],
    [
      'names what is not there',
      { entityRef: 'component:no' },
      404,
      'no entity',
    ],
    ['does not fit', { entityRef: API, amount: 'x' }, 400, 'input.amount'],
  ])(
    'invariant 2: runs nothing for an input that %s',
    async (_, input, status, message) => {
      const answer = await portal.ask(BOT, 'post', invoke('restock'), input);
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
      expect(seen.effects).toEqual([]);
    },
  );

  it('invariant 12: has secrets in nothing that is recorded', async () => {
    const { status, body } = await portal.ask(
      BOT,
      'post',
      invoke('unlock', 'v2'),
      { input: { entityRef: API }, secrets: { code: 'opensesame' } },
    );
    expect([status, body]).toEqual([200, { output: { unlocked: true } }]);
    expect(seen.effects).toEqual([
      { what: 'unlock', by: AS_BOT, secret: 'opensesame' },
    ]);
    expect(JSON.stringify(await requests('shop:unlock'))).not.toContain(
      'opensesame',
    );
    const { body: entries } = await portal.ask(
      { person: 'vera' },
      'get',
      '/ledger/entries?limit=100',
    );
    expect(JSON.stringify(entries)).not.toContain('opensesame');
  });

  it('lets a plugin ask itself in the agent’s name while it carries an action out, and only then', async () => {
    const { body } = await portal.ask(BOT, 'post', invoke('recount'), {
      entityRef: API,
    });
    expect(body).toEqual({ output: { status: 200 } });
    expect(seen.effects).toEqual([
      { what: 'POST /counts', by: 'agent:default/deploy-bot by plugin:shop' },
    ]);
    expect((await portal.ask(BOT, 'post', '/api/shop/counts')).status).toBe(
      403,
    );
  });

  it('forwards a mapped route, and answers what the plugin answered', async () => {
    const { status, body } = await portal.ask(
      BOT,
      'put',
      '/api/shop/orders/a%20b?note=now',
      { of: API, to: 'paid' },
    );
    expect([status, body]).toEqual([
      202,
      { order: 'a b', of: API, to: 'paid' },
    ]);
    expect(seen.effects).toEqual([
      {
        what: `order a b {"of":"${API}","to":"paid"} now`,
        by: AS_BOT,
      },
    ]);
    const [request] = await requests('route:change-order');
    expect(request).toMatchObject({
      actionId: 'route:change-order',
      targetRef: API,
      state: 'succeeded',
    });
  });

  it('tells a refusal of the plugin from an outcome that nobody knows', async () => {
    const order = (id: string) =>
      portal.ask(BOT, 'put', `/api/shop/orders/${id}`, { of: API });
    const refused = await order('none');
    expect(refused.status).toBe(502);
    expect(refused.body.error.message).toMatch(/failed.*no such order/);
    seen.before = async () => {
      throw new Error('the shop burns');
    };
    const unknown = await order('7');
    expect(unknown.status).toBe(504);
    const states = [refused, unknown].map(
      async ({ body }) => (await requestIn(body.error.message)).state,
    );
    expect(await Promise.all(states)).toEqual(['failed', 'unknown']);
  });

  it('invariant 1: holds an action with 409, and runs it once after people approved', async () => {
    const ask = () =>
      portal.ask(BOT, 'post', invoke('reprice'), { entityRef: API });
    const held = await ask();
    expect([held.status, held.body.error.name]).toEqual([409, 'ConflictError']);
    const [request] = await requests('shop:reprice');
    expect(request).toMatchObject({
      actionId: 'shop:reprice',
      environment: 'production',
      state: 'held',
    });
    expect(held.body.error.message).toContain(request.id);
    expect((await ask()).body.error.message).toContain(request.id);

    const review = await portal.review('olivia', request.id, 'approve');
    expect(review.status).toBe(201);
    expect(seen.effects).toEqual([]);
    const ran = await ask();
    expect([ran.status, ran.body]).toEqual([200, { output: {} }]);
    expect(seen.effects).toEqual([{ what: 'reprice', by: AS_BOT }]);
    expect((await requests('shop:reprice'))[0]).toMatchObject({
      id: request.id,
      state: 'succeeded',
    });
  });

  it('invariant 13: gives an invocation the same record by every door', async () => {
    const input = { entityRef: SITE, amount: 5 };
    const answers = [
      await portal.ask(BOT, 'post', invoke('restock'), input),
      await portal.ask(BOT, 'post', invoke('restock', 'v2'), { input }),
      await portal.ask(BOT, 'post', '/action-calls', {
        action: 'shop:restock',
        input,
      }),
      await portal.propose('deploy-bot', { action: 'shop:restock', input }),
      await portal.ask(
        BOT,
        'post',
        '/api/mcp-actions/v1',
        {
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'shop.restock', arguments: input },
        },
        { Accept: 'application/json, text/event-stream' },
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      403, 403, 200, 201, 200,
    ]);
    const records = (await requests('shop:restock')).filter(
      (record: any) => record.input.amount === 5,
    );
    expect(records).toHaveLength(answers.length);
    const [first, ...others] = records.map((record: any) => ({
      actionDigest: record.actionDigest,
      targetRef: record.targetRef,
      environment: record.environment,
      input: record.input,
      state: record.state,
      verdict: record.verdict,
      because: record.because,
    }));
    expect(others).toEqual(others.map(() => first));
    expect((await requestIn(answers.at(-1)!.text)).actionId).toBe(
      'shop:restock',
    );
    expect(seen.effects).toEqual([]);
  });

  it('says to those who may know what is open, and what nobody watches', async () => {
    const { status, body } = await portal.ask(
      { person: 'vera' },
      'get',
      '/coverage',
    );
    expect(status).toBe(200);
    const shop = body.plugins.find(({ id }: { id: string }) => id === 'shop');
    expect(shop).toMatchObject({
      installed: true,
      reads: ['/.backstage/actions/v1/actions'],
      routes: [
        { actionId: 'route:change-order', target: { input: 'body.of' } },
      ],
    });
    expect(
      shop.portalActions.map((action: any) => [
        action.actionId,
        action.effectClass,
      ]),
    ).toEqual([
      ['shop:recount', 'idempotent'],
      ['shop:reprice', 'once'],
      ['shop:restock', 'idempotent'],
      ['shop:unlock', 'read'],
    ]);
    expect(body.plugins.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['auth', 'catalog', 'mcp-actions', 'permission']),
    );
    const tokens = body.roads.find(({ id }: any) => id === 'service-tokens');
    expect(tokens).toMatchObject({
      covered: 'no',
      found: ['registry (static)'],
    });
    for (const who of [BOT, { person: 'olivia' }]) {
      expect((await portal.ask(who, 'get', '/coverage')).status).toBe(403);
    }
  });

  it('leaves services alone', async () => {
    const { status } = await portal.ask('registry', 'post', invoke('restock'), {
      amount: 4,
    });
    expect(status).toBe(200);
    expect(seen.effects).toEqual([{ what: 'restock 4', by: 'registry' }]);
  });

  it('leaves people alone', async () => {
    const person = { person: 'olivia' };
    const { status, body } = await portal.ask(
      person,
      'post',
      invoke('restock'),
      {
        amount: 2,
      },
    );
    expect([status, body]).toEqual([200, { output: { restocked: 2 } }]);
    expect(seen.effects).toEqual([
      { what: 'restock 2', by: 'user:default/olivia' },
    ]);
  });
});
