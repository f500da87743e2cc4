import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ExecutionFailedError } from '@agentgov/backstage-plugin-agent-governance-node';
import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';
import { idempotencyKeyFor } from './service/requests/idempotencyKeyFor';

jest.setTimeout(60_000);

const BOT = 'agent:default/deploy-bot';
const TARGET = 'component:default/payments-api';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Fails as soon as the signal is aborted, with what the executor knows by then. */
function untilAborted(
  signal: AbortSignal,
  error: () => Error = () => new Error('cut off'),
): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(error()));
  });
}

describe.each(databases.eachSupportedId())('stops, %p', databaseId => {
  let outside: Outside;
  let portal: TestPortal;

  beforeAll(async () => {
    outside = new Outside();
    portal = await TestPortal.start({
      entities: acme,
      actions: [
        ...outside.actions(),
        outside.action({
          id: 'mails:send',
          title: 'Send a mail',
          effectClass: 'once',
          undo: undefined,
        }),
        outside.action({
          id: 'orders:cancel',
          title: 'Cancel an order',
          effectClass: 'probeable',
          undo: undefined,
          executor: {
            execute: async () => {
              throw new Error('no answer');
            },
            probe: async () => ({ happened: false }),
          },
        }),
        outside.action({
          id: 'logs:read',
          title: 'Read logs',
          effectClass: 'read',
          undo: undefined,
        }),
      ],
      database: portalDatabase(databaseId),
      config: { admins: ['user:default/vera'] },
    });
  });
  afterAll(async () => portal?.stop());
  afterEach(() => {
    outside.behave = async () => {};
  });

  const ask = (action = 'deployments:deploy', environment = 'staging') =>
    portal.propose('deploy-bot', {
      action,
      target: TARGET,
      environment,
      input: action === 'tickets:escalate' ? {} : { version: '1.2.3' },
    });
  const pull = (person: string, scope: object, reason = 'it runs wild') =>
    portal.ask({ person }, 'post', '/stops', { scope, reason });
  const release = async (...people: string[]) => {
    const { body } = await portal.ask(
      { person: 'vera' },
      'get',
      '/stops?state=in-force',
    );
    for (const stop of body.items) {
      for (const person of people) {
        const { status } = await portal.ask(
          { person },
          'post',
          `/stops/${stop.id}/release`,
          { revision: stop.revision },
        );
        expect(status).toBe(200);
      }
    }
  };
  const running = async (id: string) => {
    while (!outside.accepted.has(idempotencyKeyFor(id))) {
      await sleep(20);
    }
  };
  const stateOf = async (id: string) =>
    (await portal.ask({ agent: 'deploy-bot' }, 'get', `/action-requests/${id}`))
      .body.state;
  const verified = async () =>
    (await portal.ask({ person: 'vera' }, 'get', '/ledger/verification')).body
      .findings;

  it('refuses what is new, and names the stop; lets it run once two people have released it', async () => {
    const { status, body: stop } = await pull('olivia', {
      kind: 'agent',
      ref: BOT,
    });
    expect(status).toBe(200);
    expect(stop).toMatchObject({
      scope: { kind: 'agent', ref: BOT },
      state: 'in-force',
      pulledBy: 'user:default/olivia',
      release: { quorum: 2, approvals: [] },
    });
    const { body: refused } = await ask();
    expect(refused).toMatchObject({
      state: 'denied',
      reason: 'denied',
      because: `Denied: ${BOT} is stopped: “it runs wild” (pulled by user:default/olivia).`,
      unblock: [
        {
          kind: 'stop-released',
          who: ['group:default/payments'],
          verdict: 'allow',
        },
      ],
    });
    const other = await portal.propose('other-bot', {
      action: 'deployments:deploy',
      target: TARGET,
      environment: 'staging',
      input: { version: '1' },
    });
    expect(other.body.state).toBe('authorised');

    await release('olivia', 'otto');
    const { body } = await ask();
    await portal.reaches('deploy-bot', body.id, 'succeeded');
    expect(await verified()).toEqual([]);
  });

  it('invariant 12: no agent and no service pulls or releases one', async () => {
    const input = { scope: { kind: 'everything' }, reason: 'r' };
    for (const who of [{ agent: 'deploy-bot' }, 'registry'] as const) {
      expect((await portal.ask(who, 'post', '/stops', input)).status).toBe(403);
    }
    const { body: stop } = await pull('vera', { kind: 'agent', ref: BOT });
    for (const who of [{ agent: 'deploy-bot' }, 'registry'] as const) {
      const path = `/stops/${stop.id}/release`;
      expect(
        (await portal.ask(who, 'post', path, { revision: 1 })).status,
      ).toBe(403);
    }
    await release('olivia', 'otto');
  });

  it('invariant 5: ends what is held and what is authorised, and nothing of it ever runs', async () => {
    // room for what is authorised and does not begin
    outside.behave = untilAborted;
    const begun = await Promise.all(Array.from({ length: 4 }, () => ask()));
    await Promise.all(begun.map(({ body }) => running(body.id)));
    const { body: authorised } = await ask();
    const { body: held } = await ask('tickets:escalate', 'production');
    expect([authorised.state, held.state]).toEqual(['authorised', 'held']);
    const calls = outside.calls.length;

    await pull('olivia', { kind: 'target', ref: 'system:default/pay' });
    for (const { id } of [authorised, held]) {
      const stopped = await portal.reaches('deploy-bot', id, 'stopped');
      expect(stopped.because).toMatch(/^Stopped: .*“it runs wild”/);
    }
    const vote = await portal.review('olivia', held.id, 'approve');
    expect(vote.status).toBe(409);
    // nobody can tell whether these came through: a person looks
    for (const { body } of begun) {
      const cutOff = await portal.reaches('deploy-bot', body.id, 'unknown');
      expect(cutOff.because).toMatch(/A stop was pulled while it ran/);
      expect(cutOff.execution.attempt).toBe(1);
    }
    await release('olivia', 'otto');
    expect(outside.calls).toHaveLength(calls);
    expect(await verified()).toEqual([]);
  });

  it('invariant 11: what did not happen by the word of the outside system is failed, not unknown, when a stop keeps it from running again', async () => {
    const { body } = await ask('orders:cancel');
    while ((await stateOf(body.id)) === 'authorised') {
      await sleep(20);
    }
    await pull('olivia', { kind: 'agent', ref: BOT });
    const failed = await portal.reaches('deploy-bot', body.id, 'failed');
    expect(failed.because).toMatch(
      /It did not happen. It was cut off, and may not run again: .*is stopped/,
    );
    await release('olivia', 'otto');
    expect(await verified()).toEqual([]);
  });

  it('invariant 11: cuts off what can be asked again, believes an executor that knows how it ended, and lets the rest finish', async () => {
    let finish = () => {};
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    const behaviours: Record<string, typeof outside.behave> = {
      'mails:send': () => finished,
      'logs:read': untilAborted,
      'deployments:rollback': signal =>
        untilAborted(
          signal,
          () => new ExecutionFailedError('it had not been sent'),
        ),
    };
    const begun: Record<string, string> = {};
    for (const [action, behave] of Object.entries(behaviours)) {
      outside.behave = behave;
      const { body } = await ask(action);
      begun[action] = body.id;
      await running(body.id);
    }
    const preview = await portal.ask(
      { person: 'vera' },
      'get',
      '/stops/preview?kind=everything',
    );
    expect(preview.body.impact).toMatchObject({ cutOff: 2, finishing: 1 });

    await pull('vera', { kind: 'everything' });
    const read = await portal.reaches(
      'deploy-bot',
      begun['logs:read'],
      'failed',
    );
    expect(read.because).toMatch(
      /A stop was pulled while it ran; it only reads/,
    );
    const known = await portal.reaches(
      'deploy-bot',
      begun['deployments:rollback'],
      'failed',
    );
    expect(known.because).toMatch(/it had not been sent/);
    finish();
    await portal.reaches('deploy-bot', begun['mails:send'], 'succeeded');

    const { body } = await portal.ask(
      { person: 'vera' },
      'get',
      '/stops?state=in-force',
    );
    const [stop] = body.items;
    const path = `/stops/${stop.id}/release`;
    const input = { revision: stop.revision };
    // administrators have authority over everything, and there is one
    expect(
      (await portal.ask({ person: 'olivia' }, 'post', path, input)).status,
    ).toBe(403);
    expect(
      (await portal.ask({ person: 'vera' }, 'post', path, input)).body.state,
    ).toBe('in-force');
    expect(
      (await portal.ask({ person: 'vera' }, 'get', `/stops/${stop.id}`)).body,
    ).toMatchObject({ eligible: 1, release: { quorum: 2 } });
    expect(await verified()).toEqual([]);
  });
});
