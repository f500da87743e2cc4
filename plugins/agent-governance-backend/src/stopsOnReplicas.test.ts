import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const BOT = 'agent:default/deploy-bot';
/** Agents that ask without end, on each replica. */
const CALLERS = 3;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
// two backends on a SQLite in memory are two databases
const isServerThere = databases.supports('POSTGRES_18');

(isServerThere ? describe : describe.skip)('stops on two backends', () => {
  let outside: Outside;
  const portals: TestPortal[] = [];

  beforeAll(async () => {
    outside = new Outside();
    const prefix = `r${randomUUID().slice(0, 8)}_`;
    const start = () =>
      TestPortal.start({
        entities: acme,
        actions: outside.actions(),
        database: { ...portalDatabase('POSTGRES_18'), prefix },
        config: {
          admins: ['user:default/vera'],
          limits: { openRequestsPerAgent: 1_000 },
        },
        replicaOf: portals[0],
      });
    portals.push(await start());
    portals.push(await start());
  });
  afterAll(async () => {
    await Promise.all(portals.map(portal => portal.stop()));
  });

  /** Asks again and again until told to stop; the states it was answered with. */
  function keepAsking(portal: TestPortal, signal: AbortSignal) {
    return Promise.all(
      Array.from({ length: CALLERS }, async () => {
        const states: string[] = [];
        while (!signal.aborted) {
          const { body } = await portal.propose('deploy-bot', {
            action: 'deployments:deploy',
            target: 'component:default/payments-api',
            environment: 'staging',
            input: { version: '1.2.3' },
          });
          states.push(body.state);
        }
        return states;
      }),
    );
  }

  it('invariant 5: once the call that pulls it is answered, nothing in its scope starts on either, by the order of the record', async () => {
    const [one, other] = portals;
    const asking = new AbortController();
    const asked = portals.map(portal => keepAsking(portal, asking.signal));
    while (outside.calls.length < 20) {
      await sleep(20);
    }

    const { status, body: stop } = await one.ask(
      { person: 'olivia' },
      'post',
      '/stops',
      { scope: { kind: 'agent', ref: BOT }, reason: 'it runs wild' },
    );
    expect(status).toBe(200);
    for (const portal of portals) {
      const { body } = await portal.propose('deploy-bot', {
        action: 'deployments:deploy',
        target: 'component:default/payments-api',
        environment: 'staging',
        input: { version: '9.9.9' },
      });
      expect(body).toMatchObject({ state: 'denied', reason: 'denied' });
    }
    asking.abort();
    const states = (await Promise.all(asked)).flat(2);
    expect(states).toContain('authorised');

    // everything that was on its way has come to an end
    let open: unknown[];
    do {
      await sleep(100);
      ({
        body: { items: open },
      } = await other.ask(
        { agent: 'deploy-bot' },
        'get',
        '/action-requests?state=held&state=authorised&state=executing&limit=1',
      ));
    } while (open.length > 0);

    const epochs: number[] = [];
    let pulledAt = 0;
    for (let cursor: string | undefined; ; ) {
      const { body } = await other.ask(
        { person: 'vera' },
        'get',
        `/ledger/entries?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
      );
      for (const { envelope } of body.items) {
        if (envelope.type === 'execution.claimed') {
          epochs.push(envelope.body.epoch);
        } else if (envelope.stream === `stop:${stop.id}`) {
          pulledAt = envelope.body.epoch;
        }
      }
      cursor = body.nextCursor;
      if (!cursor) {
        break;
      }
    }
    expect(epochs.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...epochs)).toBeLessThan(pulledAt);
    // the outside world saw nothing beyond what began
    expect(outside.accepted.size).toBeLessThanOrEqual(epochs.length);
    const { body: verified } = await other.ask(
      { person: 'vera' },
      'get',
      '/ledger/verification',
    );
    expect(verified.findings).toEqual([]);
  });

  it('cuts off what runs, on whichever it runs, and releases for both', async () => {
    const [one, other] = portals;
    const { body: listed } = await one.ask(
      { person: 'vera' },
      'get',
      '/stops?state=in-force',
    );
    for (const stop of listed.items) {
      for (const [portal, person] of [
        [one, 'olivia'],
        [other, 'otto'],
      ] as const) {
        await portal.ask({ person }, 'post', `/stops/${stop.id}/release`, {
          revision: stop.revision,
        });
      }
    }
    outside.behave = signal =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cut off')));
      });
    const before = outside.calls.length;
    const { body: asked } = await other.propose('deploy-bot', {
      action: 'deployments:deploy',
      target: 'component:default/payments-api',
      environment: 'staging',
      input: { version: '2.0.0' },
    });
    expect(asked.state).toBe('authorised');
    while (outside.calls.length === before) {
      await sleep(20);
    }
    for (const [index, portal] of portals.entries()) {
      const { status } = await portal.ask(
        { person: 'olivia' },
        'post',
        '/stops',
        { scope: { kind: 'agent', ref: BOT }, reason: `again, ${index}` },
      );
      expect(status).toBe(200);
    }
    const ended = await one.reaches('deploy-bot', asked.id, 'unknown');
    expect(ended.because).toMatch(/A stop was pulled while it ran/);
  });
});
