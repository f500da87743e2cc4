import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { JsonObject } from '@backstage/types';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { mcpClient } from './__testUtils__/mcpClient';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { ShopSeen, shopPlugin } from './__testUtils__/shopPlugin';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const API = 'component:default/payments-api';
const SITE = 'component:default/checkout-web';
const code = { code: '1234' };

type Ask = { action: string; input: JsonObject; secrets?: JsonObject };

/** What is asked for by each door, one after the other. */
const TWELVE: Ask[] = [
  { action: 'restock', input: { entityRef: API, amount: 3 } },
  { action: 'restock', input: { entityRef: API } },
  { action: 'restock', input: { entityRef: SITE, amount: 3 } },
  { action: 'restock', input: { amount: 3 } },
  { action: 'restock', input: { entityRef: 'component:default/nowhere' } },
  { action: 'restock', input: { entityRef: API, amount: -1 } },
  { action: 'reprice', input: { entityRef: API } },
  { action: 'reprice', input: { entityRef: SITE } },
  { action: 'reprice', input: { entityRef: API } },
  { action: 'unlock', input: { entityRef: API }, secrets: code },
  { action: 'unlock', input: { entityRef: SITE }, secrets: code },
  { action: 'recount', input: { entityRef: API } },
];

type Door = (agent: string, ask: Ask) => Promise<unknown>;

/** Agents that differ in nothing but their name: none finds a request of another to join. */
const bot = (name: string) =>
  entity('Agent', name, {
    type: 'deployer',
    lifecycle: 'production',
    owner: 'payments',
    autonomy: 'autonomous',
    operates: ['payments-api'],
  });

describe('the three doors', () => {
  let portal: TestPortal;
  const seen: ShopSeen = { effects: [], before: async () => {} };

  beforeAll(async () => {
    portal = await TestPortal.start({
      entities: [
        ...acme,
        bot('door-http'),
        bot('door-portal'),
        bot('door-mcp'),
      ],
      actions: new Outside().actions(),
      database: portalDatabase('SQLITE_3'),
      pluginSources: ['shop'],
      features: [
        shopPlugin(seen),
        actionsRegistryServiceFactory,
        actionsServiceFactory,
      ],
      config: {
        portalActions: [
          { id: 'shop:unlock', environment: 'production', effectClass: 'read' },
          { id: 'shop:reprice', environment: 'production' },
          { id: 'shop:*', environment: 'staging', effectClass: 'idempotent' },
        ],
      },
    });
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await portal.ask(
        { person: 'olivia' },
        'get',
        '/actions',
      );
      if (body.items.some(({ id }: { id: string }) => id === 'shop:recount')) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });
  afterAll(async () => portal?.stop());

  const http: Door = (agent, { action, input, secrets }) =>
    portal.ask({ agent }, 'post', '/action-calls', {
      action: `shop:${action}`,
      input,
      ...(secrets && { secrets }),
    });
  const portalAction: Door = (agent, { action, input, secrets }) =>
    portal.ask(
      { agent },
      'post',
      `/api/shop/.backstage/actions/v2/actions/shop:${action}/invoke`,
      { input, ...(secrets && { secrets }) },
    );
  const mcp: Door = async (agent, { action, input, secrets }) => {
    const client = await mcpClient(
      portal,
      await portal.signIn(`agent:default/${agent}`),
    );
    await client.callTool({
      name: `shop.${action}`,
      arguments: input,
      ...(secrets && { _meta: { 'agent-governance.io/secrets': secrets } }),
    });
    await client.close();
  };

  /** Everything that is on record of an agent's requests, but for who, when and which. */
  const recordOf = async (agent: string) => {
    const { body } = await portal.ask(
      { agent },
      'get',
      '/action-requests?limit=50&order=oldest',
    );
    const nameless = (value: unknown) =>
      JSON.parse(JSON.stringify(value ?? null).replaceAll(agent, 'BOT'));
    return Promise.all(
      body.items.map(async (request: Record<string, any>) => {
        const { body: told } = await portal.ask(
          { person: 'vera' },
          'get',
          `/action-requests/${request.id}/explanation`,
        );
        return nameless({
          action: request.actionId,
          target: request.targetRef,
          environment: request.environment,
          input: request.input,
          state: request.state,
          verdict: request.verdict,
          reason: request.reason,
          because: request.because,
          unblock: request.unblock,
          output: request.execution?.output,
          entries: told.entries.map(
            ({ envelope }: Record<string, any>) => envelope.type,
          ),
          decisions: told.decisions.map(
            ({ purpose, verdict, checkpoints }: Record<string, any>) => ({
              purpose,
              verdict,
              checkpoints,
            }),
          ),
        });
      }),
    );
  };

  it('invariant 13: twelve requests get the same verdicts and leave the same record by each of them', async () => {
    const effects: string[][] = [];
    for (const [agent, door] of [
      ['door-http', http],
      ['door-portal', portalAction],
      ['door-mcp', mcp],
    ] as Array<[string, Door]>) {
      seen.effects = [];
      for (const ask of TWELVE) {
        await door(agent, ask);
      }
      effects.push(
        seen.effects.map(({ what, secret }) => `${what} ${secret ?? ''}`),
      );
    }
    const [byHttp, byPortal, byMcp] = await Promise.all(
      ['door-http', 'door-portal', 'door-mcp'].map(recordOf),
    );
    expect(byHttp.map(({ action, state }) => `${action} ${state}`)).toEqual([
      'shop:restock succeeded',
      'shop:restock succeeded',
      'shop:restock denied',
      'shop:reprice held',
      'shop:reprice denied',
      'shop:unlock succeeded',
      'shop:unlock succeeded',
      'shop:recount succeeded',
    ]);
    expect(byPortal).toEqual(byHttp);
    expect(byMcp).toEqual(byHttp);
    expect(effects[1]).toEqual(effects[0]);
    expect(effects[2]).toEqual(effects[0]);
    expect(effects[0]).toContain('unlock 1234');
  });
});
