import { mkdtempSync, rmSync } from 'node:fs';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import request from 'supertest';
import { createDemoWorld, DemoWorld } from './createDemoWorld';

const deployment = {
  service: 'payments-api',
  environment: 'production',
  version: '1.2.3',
};

describe('the demo world', () => {
  let folder: string;
  let world: DemoWorld;

  async function open() {
    world = await createDemoWorld({
      file: join(folder, 'world.sqlite'),
      faultsEnabled: true,
    });
  }

  function post(path: string, body: object, key = 'key-1') {
    return request(world.app)
      .post(path)
      .set('Idempotency-Key', key)
      .set('X-Execution-Epoch', '7')
      .send(body);
  }

  async function effectsOf(key: string) {
    const { body } = await request(world.app).get('/effects').query({ key });
    return body.items;
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demo-world-'));
    await open();
  });

  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('lets a key take effect once and answers repeats alike, across a restart', async () => {
    const first = await post('/deployments', deployment).expect(201);
    await world.close();
    await open();
    const again = await post('/deployments', deployment).expect(200);

    expect(again.body).toEqual(first.body);
    expect(await effectsOf('key-1')).toEqual([
      expect.objectContaining({
        what: 'deployment',
        epoch: 7,
        outcome: 'accepted',
        body: deployment,
      }),
      expect.objectContaining({ outcome: 'repeat' }),
    ]);
    expect(await effectsOf('another-key')).toEqual([]);
  });

  it('takes twenty calls with one key at the same moment as one', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => post('/deployments', deployment)),
    );

    const effects = await effectsOf('key-1');
    expect(effects).toHaveLength(20);
    expect(
      effects.filter((e: { outcome: string }) => e.outcome === 'accepted'),
    ).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    await post('/deployments', deployment).expect(201);

    await post('/deployments', { ...deployment, version: '1.2.4' }).expect(409);
    await post('/deployments/rollbacks', deployment).expect(409);

    expect(await effectsOf('key-1')).toHaveLength(1);
  });

  it.each([
    ['no key', '/deployments', deployment, undefined],
    ['no version', '/deployments', { ...deployment, version: 'new' }, 'k'],
    ['a body of another kind', '/partner/escalations', [], 'k'],
  ])('refuses a call with %s', async (_case, path, body, key) => {
    const call = request(world.app).post(path).send(body);
    const answer = await (key ? call.set('Idempotency-Key', key) : call);

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.any(String) });
  });

  it('goes back to what ran before', async () => {
    await post('/deployments', deployment, 'a').expect(201);
    await post('/deployments', { ...deployment, version: '1.3.0' }, 'b');

    const { body } = await post('/deployments/rollbacks', deployment, 'c');

    expect(body).toMatchObject({ version: '1.2.3', previousVersion: '1.3.0' });
    await post(
      '/deployments/rollbacks',
      { ...deployment, environment: 'staging' },
      'd',
    ).expect(422);
    expect(await effectsOf('d')).toEqual([]);
  });

  it.each([
    [
      '/partner/escalations',
      {
        partner: 'northwind',
        environment: 'production',
        ticket: 'T-1',
        message: 'Late',
      },
      { reference: expect.stringMatching(/^northwind-/) },
    ],
    [
      '/warehouse/queries',
      { dataset: 'customer_events', question: 'How many?' },
      { rowsRead: expect.any(Number) },
    ],
    [
      '/runbooks/runs',
      { runbook: 'failover-orders-api', environment: 'staging', reason: 'x' },
      { steps: ['drain', 'switch', 'verify'] },
    ],
  ])('does what %s asks', async (path, body, answer) => {
    const response = await post(path, body).expect(201);
    expect(response.body).toMatchObject(answer);
  });

  it('keeps records of what is deployed and of what it is told', async () => {
    await post('/deployments', deployment).expect(201);
    await request(world.app)
      .put('/records/resource:default%2Fcustomer-events/data-class')
      .send({ value: 'restricted', observedAt: '2026-01-02T03:04:05.000Z' })
      .expect(200);
    await world.close();
    await open();

    const { body } = await request(world.app).get('/records');

    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          entity: 'component:default/payments-api',
          factType: 'deployment',
          value: { production: '1.2.3' },
        }),
        {
          entity: 'resource:default/customer-events',
          factType: 'data-class',
          value: 'restricted',
          observedAt: '2026-01-02T03:04:05.000Z',
          revision: '2',
        },
      ]),
    );
  });

  it('can lose an answer after the effect, or refuse before it', async () => {
    await request(world.app).post('/faults').send({ kind: 'drop-reply' });
    await expect(post('/deployments', deployment)).rejects.toThrow(
      'socket hang up',
    );
    expect(await effectsOf('key-1')).toHaveLength(1);

    await request(world.app).post('/faults').send({ kind: 'fail' });
    await post('/deployments', deployment, 'key-2').expect(503);
    expect(await effectsOf('key-2')).toEqual([]);
    await post('/deployments', deployment, 'key-2').expect(201);
  });

  it('knows no faults unless started for tests', async () => {
    const quiet = await createDemoWorld({ file: ':memory:' });
    const answer = await request(quiet.app)
      .post('/faults')
      .send({ kind: 'fail' });
    await quiet.close();

    expect(answer.status).toBe(404);
  });

  describe('the tools of the carrier', () => {
    let server: Server;
    let client: Client;

    beforeEach(async () => {
      server = world.app.listen(0);
      const { port } = server.address() as AddressInfo;
      client = new Client({ name: 'test', version: '1.0.0' });
      await client.connect(
        new StreamableHTTPClientTransport(
          new URL(`http://localhost:${port}/mcp`),
        ),
      );
    });

    afterEach(async () => {
      await client.close();
      server.closeAllConnections();
      server.close();
    });

    it('look things up, and do things as often as they are asked', async () => {
      await client.listTools();
      const found = await client.callTool({
        name: 'track_parcel',
        arguments: { parcel: 'NW-1' },
      });
      expect(found.structuredContent).toMatchObject({ seenIn: 'Hamburg' });
      const reroute = {
        name: 'reroute_parcel',
        arguments: { parcel: 'NW-1', shop: 'Altona' },
      };
      await client.callTool(reroute);
      await client.callTool(reroute);
      const { body } = await request(world.app).get('/effects');
      expect(body.items).toMatchObject([
        { what: 'reroute', body: { parcel: 'NW-1', shop: 'Altona' } },
        { what: 'reroute', body: { parcel: 'NW-1', shop: 'Altona' } },
      ]);
    });

    it('say something else once somebody makes them', async () => {
      const description = 'Sends a parcel anywhere';
      await request(world.app)
        .put('/carrier/rerouting')
        .send({ description })
        .expect(200);
      const { tools } = await client.listTools();
      expect(tools.map(tool => tool.description)).toContain(description);
    });
  });
});
