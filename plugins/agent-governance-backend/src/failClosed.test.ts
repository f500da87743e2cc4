import { setTimeout as sleep } from 'node:timers/promises';
import { ExecutionFailedError } from '@agentgov/backstage-plugin-agent-governance-node';
import { Outside, acme } from './__testUtils__/acme';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

/** Longer than anything may be cached. */
const STALE_MS = 5_500;

describe('when something else is down, or goes wrong', () => {
  let outside: Outside;
  let portal: TestPortal;

  beforeAll(async () => {
    outside = new Outside();
    portal = await TestPortal.start({
      entities: acme,
      actions: outside.actions(),
      database: { client: 'better-sqlite3', connection: ':memory:' },
      config: {
        limits: { openRequestsPerAgent: 2, inputBytes: 1_024 },
        execution: {
          poll: { milliseconds: 100 },
          lease: 'PT1S',
          maxAttempts: 3,
        },
      },
    });
  });
  afterAll(async () => portal?.stop());
  afterEach(() => {
    portal.down.clear();
    outside.behave = async () => {};
  });

  const deploy = (change: object = {}) => ({
    action: 'deployments:deploy',
    target: 'component:default/payments-api',
    environment: 'staging',
    input: { version: '1.2.3' },
    ...change,
  });

  it('invariant 2: without the permission backend nothing is granted, and it does not look like a no', async () => {
    portal.down.add('permission');
    await sleep(STALE_MS);
    const calls = outside.calls.length;
    const { status, body } = await portal.propose('deploy-bot', deploy());
    // the catalog asks it who may read what, so not even the target can be seen
    expect(status).toBe(503);
    expect(body.error.name).toBe('ServiceUnavailableError');
    expect(outside.calls).toHaveLength(calls);
  });

  it('invariant 2: without the catalog nothing is decided', async () => {
    portal.down.add('catalog');
    await sleep(STALE_MS);
    const { status } = await portal.propose('deploy-bot', deploy());
    expect(status).toBe(503);
  });

  it('invariant 5: without the mint route an approved request waits, says why, and runs once it is back', async () => {
    const { body } = await portal.propose('deploy-bot', {
      action: 'tickets:escalate',
      target: 'component:default/payments-api',
      environment: 'production',
      input: {},
    });
    expect(body.state).toBe('held');
    const { fetch } = globalThis;
    const network = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async (url, init) => {
        if (String(url).endsWith('/agent-tokens')) {
          throw new TypeError('fetch failed');
        }
        return fetch(url, init);
      });
    const vote = await portal.review('olivia', body.id, 'approve');
    expect(vote.status).toBe(201);
    const waiting = (
      await portal.ask(
        { agent: 'deploy-bot' },
        'get',
        `/action-requests/${body.id}`,
      )
    ).body;
    expect(waiting).toMatchObject({
      state: 'held',
      retryable: true,
      because: expect.stringContaining('credentials'),
    });
    const calls = outside.calls.length;
    network.mockRestore();
    await portal.reaches('deploy-bot', body.id, 'succeeded');
    expect(outside.calls).toHaveLength(calls + 1);
  });

  it('invariant 7: an uncertain attempt at a keyed action is repeated under the same key', async () => {
    let failures = 1;
    outside.behave = async () => {
      if (failures-- > 0) {
        throw new Error('the connection was reset after the request went out');
      }
    };
    const { body } = await portal.propose('deploy-bot', deploy());
    const done = await portal.reaches('deploy-bot', body.id, 'succeeded');
    expect(done.execution.attempt).toBe(2);
    const keys = outside.calls
      .filter(({ key }) => key === done.execution.idempotencyKey)
      .map(({ attempt }) => attempt);
    expect(keys).toEqual([1, 2]);
  });

  it('a certain failure ends as failed, and is not repeated', async () => {
    outside.behave = async () => {
      throw new ExecutionFailedError('no such version');
    };
    const { body } = await portal.propose('deploy-bot', deploy());
    const done = await portal.reaches('deploy-bot', body.id, 'failed');
    expect(done.execution).toMatchObject({
      attempt: 1,
      error: 'no such version',
    });
  });

  it('invariant 11: what nobody can tell after all attempts is unknown, and shown as such', async () => {
    outside.behave = async () => {
      throw new Error('no answer');
    };
    const { body } = await portal.propose('deploy-bot', deploy());
    const done = await portal.reaches('deploy-bot', body.id, 'unknown');
    expect(done.execution).toMatchObject({ state: 'unknown', attempt: 3 });
  });

  it('invariant 15: asking many times at once is no way round the cap', async () => {
    let finish = () => {};
    const blocked = new Promise<void>(resolve => {
      finish = resolve;
    });
    outside.behave = () => blocked;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => portal.propose('deploy-bot', deploy())),
    );
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
    finish();
    for (const { body } of taken) {
      await portal.reaches('deploy-bot', body.id, 'succeeded');
    }
  });

  it('invariant 15: too many unfinished requests are refused by name, and nothing is lost', async () => {
    let finish = () => {};
    const blocked = new Promise<void>(resolve => {
      finish = resolve;
    });
    outside.behave = () => blocked;
    const first = await portal.propose('deploy-bot', deploy());
    const second = await portal.propose('deploy-bot', deploy());
    const third = await portal.propose('deploy-bot', deploy());
    expect(third.status).toBe(429);
    expect(third.body.error.message).toContain('2 requests');
    finish();
    await portal.reaches('deploy-bot', first.body.id, 'succeeded');
    await portal.reaches('deploy-bot', second.body.id, 'succeeded');
    expect((await portal.propose('deploy-bot', deploy())).status).toBe(201);
  });

  it.each([
    ['an unknown action', { action: 'nothing:at-all' }, 400, /Unknown action/],
    [
      'an unknown environment',
      { environment: 'moon' },
      400,
      /staging, production/,
    ],
    ['a target that is no ref', { target: 'not a ref!' }, 400, /target/],
    [
      'a target of another kind',
      { target: 'system:default/pay' },
      400,
      /component/,
    ],
    [
      'an input that does not fit',
      { input: { version: 7, force: true } },
      400,
      /version.*force|force.*version/s,
    ],
    [
      'a snapshot that is nobody’s',
      { contextSnapshot: '0190e0e0-0000-7000-8000-000000000000' },
      404,
      /snapshot/,
    ],
    [
      'a number that no two programs read alike',
      { input: { version: '1', build: 2 ** 60 } },
      400,
      /input\.build/,
    ],
    [
      'a nesting without end',
      { input: JSON.parse(`${'{"a":'.repeat(90)}1${'}'.repeat(90)}`) },
      400,
      /cannot be recorded/,
    ],
  ])(
    'refuses %s, and says what is wrong',
    async (_, change, status, message) => {
      const answer = await portal.propose('other-bot', deploy(change));
      expect(answer.body.error?.message).toMatch(message);
      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer.body)).not.toMatch(/\.ts:|node_modules/);
    },
  );

  it('invariant 12: an agent is not a person and a service is not an agent', async () => {
    const asAgent = await portal.ask(
      { agent: 'other-bot' },
      'post',
      '/freezes',
      {
        scope: { environments: ['staging'] },
        from: new Date().toISOString(),
        to: new Date(Date.now() + 60_000).toISOString(),
        reason: 'mine',
      },
    );
    expect(asAgent.status).toBe(403);
    const asService = await portal.ask(
      'registry',
      'post',
      '/action-requests',
      deploy(),
      { 'Idempotency-Key': 'service' },
    );
    expect(asService.status).toBe(403);
    expect(asService.body.error.message).toMatch(/service/i);
    const asPerson = await portal.ask(
      { person: 'olivia' },
      'post',
      '/action-requests',
      deploy(),
      { 'Idempotency-Key': 'person' },
    );
    expect(asPerson.status).toBe(403);
  });

  it('invariant 12: an agent that lost its standing is out within seconds, and what it asked for is void', async () => {
    const { body } = await portal.propose('other-bot', {
      action: 'tickets:escalate',
      target: 'component:default/payments-api',
      environment: 'production',
      input: {},
    });
    expect(body.state).toBe('held');
    await portal.changeCatalog(entities =>
      entities.map(each =>
        each.metadata.name === 'other-bot'
          ? { ...each, spec: { ...each.spec, lifecycle: 'retired' } }
          : each,
      ),
    );
    await sleep(STALE_MS);
    expect((await portal.propose('other-bot', deploy())).status).toBe(401);
    await portal.review('olivia', body.id, 'approve');
    await sleep(500);
    const { body: explanation } = await portal.ask(
      { person: 'olivia' },
      'get',
      `/action-requests/${body.id}/explanation`,
    );
    expect(explanation.request).toMatchObject({
      state: 'voided',
      because: expect.stringContaining('retired'),
    });
  });
});
