import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { liveEffectsServiceRef } from '@agentgov/backstage-plugin-agent-governance-node';
import { withAgentGovernance } from '@agentgov/backstage-plugin-permission-backend-module-agent-governance';
import fc from 'fast-check';
import { Outside, acme } from './__testUtils__/acme';
import { DEMO_PLUGIN_IDS, demoPlugins } from './__testUtils__/demoPlugins';
import { entity } from './__testUtils__/entity';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(240_000);

const ALLOWED = { result: AuthorizeResult.ALLOW } as const;
const BOT = { agent: 'deploy-bot' };
const API = { kind: 'component', namespace: 'default', name: 'payments-api' };
const LISTING = '/.backstage/actions/v1/actions';
const CATALOG_READS = [
  '/entities',
  '/entities/by-query',
  '/entities/by-name/*/*/*',
];

const template = {
  ...entity('Template', 'refresh', {
    type: 'service',
    owner: 'payments',
    parameters: [],
    steps: [
      {
        id: 'refresh',
        name: 'Refresh',
        action: 'catalog:refresh-catalog-entity',
        input: API,
      },
    ],
  }),
  apiVersion: 'scaffolder.backstage.io/v1beta3',
};

const mcpServer = entity('API', 'tickets-mcp', {
  type: 'mcp-server',
  lifecycle: 'production',
  owner: 'payments',
  remotes: [{ type: 'streamable-http', url: 'https://tickets.example/mcp' }],
});

/** What a portal says whose agents may run templates: their steps that are portal actions are decided one by one. */
const permissionModuleTemplates = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-templates',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint, effects: liveEffectsServiceRef },
      async init({ policy, effects }) {
        const everything = { handle: async () => ALLOWED };
        const governed = withAgentGovernance(everything, { effects });
        policy.setPolicy({
          handle: async (query, user) =>
            query.permission.name === 'scaffolder.action.execute'
              ? ALLOWED
              : governed.handle(query, user),
        });
      },
    });
  },
});

describe('the perimeter around the plugins of a whole portal', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await TestPortal.start({
      entities: [...acme, template, mcpServer],
      actions: new Outside().actions(),
      database: { client: 'better-sqlite3', connection: ':memory:' },
      pluginSources: ['catalog', 'scaffolder'],
      features: demoPlugins,
      policy: permissionModuleTemplates,
      config: {
        portalActions: [
          { id: 'catalog:refresh-catalog-entity', environment: 'staging' },
          {
            id: 'scaffolder:execute-template',
            target: { input: 'templateRef' },
            environment: 'staging',
          },
        ],
        perimeter: {
          reads: [
            ...CATALOG_READS.map(path => ({ plugin: 'catalog', path })),
            { plugin: 'catalog', path: LISTING },
            { plugin: 'scaffolder', path: LISTING },
          ],
          doors: [{ plugin: 'mcp-actions', path: '/v1' }],
        },
      },
    });
  });
  afterAll(async () => portal?.stop());

  it('invariant 12: refuses an agent every method on every path that is not listed', async () => {
    const segment = fc.oneof(
      fc.constantFrom(
        'v1',
        'v2',
        'tasks',
        'actions',
        'entities',
        'locations',
        'refresh',
        'sessions',
        'abc',
        'approve',
        'token',
        'register',
        'revoke',
        'authorize',
        'query',
        'buckets',
        'keys',
        'settings',
        'http',
        'bus',
        'events',
        'notifications',
        'status',
        '.backstage',
        'scheduler',
        'trigger',
        'cancel',
        'auth',
        'cookie',
        '.well-known',
        'backstage',
        'permissions',
        'apply-conditions',
        'agent-tokens',
        'by-uid',
        'by-refs',
        'dry-run',
        'templates',
        'autocomplete',
        '..',
        '.',
        '%2e%2e',
        '%2E',
        '',
      ),
      fc.stringMatching(/^[a-zA-Z0-9%._~-]{1,8}$/),
    );
    const listed =
      /^\/api\/catalog\/(entities(\/by-query|\/by-name\/[^/]+\/[^/]+\/[^/]+)?|\.backstage\/actions\/v1\/actions)\/?$|^\/api\/scaffolder\/\.backstage\/actions\/v1\/actions\/?$/;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...DEMO_PLUGIN_IDS),
        fc.constantFrom(
          'get' as const,
          'post' as const,
          'put' as const,
          'delete' as const,
        ),
        fc.array(segment, { minLength: 1, maxLength: 6 }),
        async (plugin, method, segments) => {
          // as clients write it, without dots: what is left may be another route, or another plugin
          const path = new URL(
            `/api/${plugin}/${segments.join('/')}`,
            'http://portal',
          ).pathname;
          const isOpen =
            (method === 'get' && listed.test(path)) ||
            // the platform's own, before any plugin: a cookie of an agent is refused where it is shown
            path.includes('/.backstage/auth/v1/cookie') ||
            (method === 'get' && path === '/api/auth/v1/userinfo') ||
            (method === 'post' && /^\/api\/mcp-actions\/v1\/?$/.test(path));
          fc.pre(!isOpen);
          const { status, body } = await portal.ask(BOT, method, path);
          const answer = status === 404 ? 'nothing' : body.error.name;
          expect([
            'nothing',
            'NotAllowedError',
            'AuthenticationError',
          ]).toContain(answer);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['post', '/api/auth/v1/sessions/abc/approve'],
    ['post', '/api/auth/v1/token'],
    ['post', '/api/auth/agent-governance/v1/agent-tokens'],
    ['post', '/api/search/.backstage/scheduler/v1/tasks/search_index/trigger'],
    ['post', '/api/scaffolder/v2/tasks'],
    ['post', '/api/scaffolder/v2/dry-run'],
    ['post', '/api/catalog/locations'],
    ['post', '/api/catalog/refresh'],
    ['post', '/api/events/bus/v1/events'],
    ['post', '/api/notifications/notifications'],
    ['put', '/api/user-settings/buckets/a/keys/b'],
    ['get', '/api/search/query?term=x'],
  ] as const)(
    'invariant 12: refuses an agent to %s %s',
    async (method, path) => {
      const { status, body } = await portal.ask(BOT, method, path);
      expect([status, body.error.name]).toEqual([403, 'NotAllowedError']);
    },
  );

  it('invariant 13: an action is decided and recorded alike, asked over HTTP, over MCP and by a template', async () => {
    const invoke = (plugin: string, action: string, input: object) =>
      portal.ask(
        BOT,
        'post',
        `/api/${plugin}/.backstage/actions/v1/actions/${plugin}:${action}/invoke`,
        input,
      );
    const overHttp = await invoke('catalog', 'refresh-catalog-entity', API);
    expect([overHttp.status, overHttp.body]).toEqual([
      200,
      { output: { entityRef: 'component:default/payments-api' } },
    ]);
    const overMcp = await portal.ask(
      BOT,
      'post',
      '/api/mcp-actions/v1',
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'catalog.refresh-catalog-entity', arguments: API },
      },
      { Accept: 'application/json, text/event-stream' },
    );
    expect(overMcp.text).toContain('component:default/payments-api');
    const started = await invoke('scaffolder', 'execute-template', {
      templateRef: 'template:default/refresh',
      values: {},
    });
    expect(started.body).toEqual({ output: { taskId: expect.any(String) } });

    const wanted = ['catalog:refresh-catalog-entity', 3] as const;
    let records: any[] = [];
    for (let tries = 0; tries < 100 && records.length < wanted[1]; tries++) {
      await new Promise(resolve => setTimeout(resolve, 100));
      const page = await portal.ask(
        BOT,
        'get',
        `/action-requests?action=${wanted[0]}&state=succeeded`,
      );
      records = page.body.items;
    }
    const essence = records.map(record => ({
      actionDigest: record.actionDigest,
      targetRef: record.targetRef,
      environment: record.environment,
      input: record.input,
      state: record.state,
      because: record.because,
    }));
    expect(essence).toHaveLength(3);
    expect(essence.slice(1)).toEqual([essence[0], essence[0]]);
  });

  it('shows people what they always saw', async () => {
    const person = { person: 'olivia' };
    for (const [method, path, status] of [
      ['get', '/api/catalog/locations', 200],
      ['get', '/api/search/query?term=pay', 200],
      ['get', '/api/scaffolder/v2/actions', 200],
      ['get', '/api/notifications/status', 200],
    ] as const) {
      const answer = await portal.ask(person, method, path);
      expect([path, answer.status]).toEqual([path, status]);
    }
  });
});
