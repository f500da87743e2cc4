import { createHmac } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import request from 'supertest';
import { createDemoWorld, DemoWorld } from '../createDemoWorld';
import { signToPortal } from './signToPortal';

const SECRET = 'what the two agreed on';

/** What a delivery to the portal says, and whether its signature holds. */
interface Delivery {
  isSigned: boolean;
  source: string;
  reports: Array<Record<string, string>>;
}

describe('the monitoring of the demo world', () => {
  const deliveries: Delivery[] = [];
  let portal: Server;
  let world: DemoWorld;
  let status = 200;

  beforeEach(async () => {
    deliveries.length = 0;
    status = 200;
    portal = createServer(async (req, res) => {
      const body = await text(req);
      const timestamp = req.headers['x-agent-governance-timestamp'];
      const expected = createHmac('sha256', SECRET)
        .update(`${timestamp}.${body}`)
        .digest('hex');
      const isSigned =
        req.headers['x-agent-governance-signature'] === `v1=${expected}`;
      if (status === 200) {
        const source = req.url!.split('/').at(-1)!;
        deliveries.push({ isSigned, source, ...JSON.parse(body) });
      }
      res.writeHead(status).end();
    });
    await new Promise<void>(resolve => portal.listen(0, resolve));
    const { port } = portal.address() as AddressInfo;
    world = await createDemoWorld({
      file: ':memory:',
      faultsEnabled: true,
      monitorIntervalMs: 3_600_000,
      sendConditions: signToPortal({
        portalUrl: `http://localhost:${port}`,
        secret: SECRET,
      }),
    });
    await rounds(1);
  });

  afterEach(async () => {
    await world.close();
    portal.closeAllConnections();
    portal.close();
  });

  /** A round is one delivery of each source. */
  async function rounds(count: number) {
    while (deliveries.length < 2 * count) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    return deliveries.slice(-2);
  }

  it('says at first that all is well, and that nothing is out of order', () => {
    const [health, incidents] = deliveries;
    expect(health.source).toBe('acme-monitoring');
    expect(health.reports.length).toBeGreaterThan(10);
    expect(new Set(health.reports.map(one => one.status))).toEqual(
      new Set(['healthy']),
    );
    expect(incidents).toEqual({
      isSigned: true,
      source: 'acme-incidents',
      reports: [],
    });
  });

  it('says at once what somebody changed, and once it is well again that it is', async () => {
    const entity = 'component:default/orders-api';
    const call = request(world.app);
    await call
      .put(`/monitoring/health/${encodeURIComponent(entity)}`)
      .send({ status: 'unhealthy' })
      .expect(200);
    const [health] = await rounds(2);
    expect(health.reports.find(one => one.key === entity)).toMatchObject({
      entityRef: entity,
      status: 'unhealthy',
    });

    await request(world.app)
      .put('/monitoring/incidents/INC-1')
      .send({ entity, title: 'Orders are lost' })
      .expect(200);
    const [, opened] = await rounds(3);
    expect(opened.reports).toMatchObject([
      { key: 'INC-1', status: 'open', title: 'Orders are lost' },
    ]);

    await request(world.app).delete('/faults').expect(204);
    const [well, resolved] = await rounds(4);
    expect(well.reports.every(one => one.status === 'healthy')).toBe(true);
    expect(resolved.reports).toMatchObject([
      { key: 'INC-1', status: 'resolved' },
    ]);
  });

  it('says nothing while it is silent', async () => {
    await request(world.app).put('/monitoring').send({ silent: true });
    await request(world.app)
      .put('/monitoring/incidents/INC-2')
      .send({ entity: 'component:default/mailer', title: 'No mail' });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(deliveries).toHaveLength(2);

    await request(world.app).put('/monitoring').send({ silent: false });
    await rounds(2);
  });

  it('keeps trying while the portal does not take it', async () => {
    status = 503;
    await request(world.app).put('/monitoring').send({});
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(deliveries).toHaveLength(2);
    status = 200;
    await rounds(2);
  });

  it.each([
    ['/monitoring/health/component:default%2Fnone', { status: 'healthy' }, 404],
    ['/monitoring/health/x', { status: 'fine' }, 400],
    ['/monitoring/incidents/INC-3', { title: 'Where?' }, 400],
    ['/rollouts/r-1', {}, 400],
  ])('refuses %s %j', async (path, body, expected) => {
    const answer = await request(world.app).put(path).send(body);
    expect(answer.status).toBe(expected);
  });

  it('lists what others are rolling out', async () => {
    const rollout = {
      entity: 'component:default/mailer',
      environment: 'staging',
    };
    await request(world.app).put('/rollouts/r-1').send(rollout).expect(200);
    const { body } = await request(world.app).get('/rollouts');
    expect(body.items).toMatchObject([{ id: 'r-1', ...rollout }]);
    const after = await request(world.app).delete('/rollouts/r-1');
    expect(after.body.items).toEqual([]);
  });
});
