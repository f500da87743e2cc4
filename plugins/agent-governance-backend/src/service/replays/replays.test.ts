import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  canonicalJson,
  Replay,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { compilePolicies } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Knex } from 'knex';
import { migratedDatabase } from '../../__testUtils__/migratedDatabase';
import {
  ALLOW,
  loaded,
  NO_RESTARTS,
  now,
  policyYaml,
  recordedWorld,
  scope,
  settings,
  starter,
} from './__testUtils__/recordedWorld';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const draft = { changes: [{ kind: 'text' as const, text: NO_RESTARTS }] };
const anyone = starter('ann');
type World = Awaited<ReturnType<typeof recordedWorld>>;
type Replica = ReturnType<World['replica']>;

/** Restarts and other things by two agents on two targets. */
const mixed = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    agent: nth % 2 ? 'bot' : 'robot',
    target: nth % 3 ? 'api' : 'secret',
    action: nth % 4 ? 'restart' : 'scale',
    purpose: nth % 5 ? ('proposal' as const) : ('effect' as const),
  }));

async function untilEnded(replica: Replica, id: string) {
  for (;;) {
    const replay = await replica.replays.get(id);
    if (!replay || !['queued', 'running'].includes(replay.state)) {
      return replay;
    }
    await replica.replayQueue.tick();
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe.each(databases.eachSupportedId())('replays, %s', databaseId => {
  let knex: Knex;
  let world: World;
  const replicas: Replica[] = [];

  const replica = (...options: Parameters<World['replica']>) => {
    const made = world.replica(...options);
    replicas.push(made);
    return made;
  };
  const run = async (
    input: Partial<Parameters<Replica['replays']['start']>[0]> = {},
    by = anyone,
    on = replica(),
  ) => {
    const { id } = await on.replays.start({ draft, scope, ...input }, by);
    return (await untilEnded(on, id))!;
  };

  beforeEach(async () => {
    knex = await migratedDatabase(databases, databaseId as TestDatabaseId);
    world = await recordedWorld(knex);
  });

  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(one => one.replayQueue.stop()));
  });

  it('counts what a draft would change, by agent, team, action, policy and purpose', async () => {
    await world.record(mixed(120));
    const on = replica();
    const replay = await run({}, anyone, on);
    expect(replay).toMatchObject({
      state: 'succeeded',
      title: 'no-restarts, new',
      total: 120,
      done: 120,
      report: {
        decisions: 120,
        replayed: 120,
        notReplayable: [],
        flips: [{ from: 'allow', to: 'deny', count: 90 }],
        tightened: 90,
        loosened: 0,
        drift: [],
        byAction: {
          items: [
            { key: 'deployments:restart', replayed: 90, tightened: 90 },
            { key: 'deployments:scale', replayed: 30, tightened: 0 },
          ],
        },
        byPolicy: {
          items: [{ key: 'agentpolicy:default/no-restarts', tightened: 90 }],
        },
        byPurpose: { items: [{ key: 'proposal' }, { key: 'effect' }] },
      },
    });
    const flips = await on.replays.flips({
      replayId: replay.id,
      filter: { team: 'group:default/secret-team', to: 'deny' },
      limit: 100,
    });
    expect(flips).toHaveLength(30);
    expect(flips[0]).toMatchObject({
      flip: {
        targetRef: 'component:default/secret',
        kind: 'tightened',
        after: { verdict: 'deny', reason: 'denied' },
        policies: ['agentpolicy:default/no-restarts'],
      },
    });
  });

  it('gives the identical report when it is run again on the same', async () => {
    await world.record(mixed(60));
    const first = await run();
    const second = await run();
    expect(canonicalJson(second.report)).toBe(canonicalJson(first.report));
    expect(second.id).not.toBe(first.id);
  });

  it('looks only at what is in scope', async () => {
    await world.record(mixed(60));
    const { report } = await run({
      scope: {
        ...scope,
        to: '2026-11-20T00:00:40Z',
        agents: ['agent:default/bot'],
        actions: ['deployments:re*'],
        targets: ['component:default/api'],
        environments: ['staging'],
      },
    });
    const expected = mixed(40).filter(
      one =>
        one.agent === 'bot' && one.action === 'restart' && one.target === 'api',
    );
    expect(report?.decisions).toBe(expected.length);
    expect(report?.byAgent.items).toHaveLength(1);
  });

  it('invariant 14: counts nothing of what its maker may not read, not even in its progress', async () => {
    await world.record(mixed(60));
    const readable = [
      'agent:default/bot',
      'agent:default/robot',
      'component:default/api',
      'group:default/platform',
    ];
    const replay = await run({}, starter('ann', readable));
    const seen = mixed(60).filter(({ target }) => target === 'api').length;
    expect(replay).toMatchObject({
      total: seen,
      done: seen,
      report: { decisions: seen },
    });
    expect(JSON.stringify(replay)).not.toContain('secret');
  });

  it('counts what cannot be made again, with the reason, and guesses nothing', async () => {
    const decisions = await world.record([
      ...mixed(4),
      { set: { rulesVersion: 'old' } },
      {
        set: {
          portal: {
            execute: {
              result: 'CONDITIONAL',
              conditions: { rule: 'gone', resourceType: 'agent-action' },
            },
            executeApproved: { result: 'ALLOW' },
          },
        },
      },
      { set: { requiredLevels: ['team'] } },
      { set: { requiredLevels: ['service'] } },
    ]);
    const altered = (digest: string) =>
      knex('sealed_document').where({ digest }).update({ bytes: '{"a":1}' });
    const gone = (digest: string) =>
      knex('sealed_document').where({ digest }).delete();
    await gone(decisions[0].factsDigest);
    await altered(decisions[1].factsDigest);
    await gone(decisions[6].policySetDigest);
    await altered(decisions[7].policySetDigest);
    const { report } = await run();
    expect(report).toMatchObject({
      decisions: 8,
      replayed: 3,
      otherRules: 1,
      notReplayable: [
        { because: 'facts-gone', count: 1 },
        { because: 'facts-altered', count: 1 },
        { because: 'policy-set-gone', count: 1 },
        { because: 'policy-set-altered', count: 1 },
        { because: 'portal-rules', count: 1 },
      ],
    });
  });

  it('tells what changed before from what the draft would change', async () => {
    const index = compilePolicies(loaded(ALLOW, NO_RESTARTS));
    await world.record([{ index }, { index, action: 'scale' }]);
    const { report } = await run({
      draft: {
        changes: [
          {
            kind: 'text',
            text: policyYaml('no-scaling', [
              {
                name: 'no',
                effect: 'deny',
                when: "action.id == 'deployments:scale'",
              },
            ]),
          },
        ],
      },
    });
    expect(report).toMatchObject({
      drift: [{ from: 'deny', to: 'allow', count: 1 }],
      flips: [{ from: 'allow', to: 'deny', count: 1 }],
    });
  });

  it('refuses a draft that does not compile, with every problem, and keeps nothing', async () => {
    const on = replica();
    const text = policyYaml('p', [
      { name: 'a', effect: 'deny', when: 'target.ownr == "x"' },
      { name: 'b', effect: 'deny', when: 'conditions.freze.active' },
    ]);
    await expect(
      on.replays.start(
        { draft: { changes: [{ kind: 'text', text, file: 'p.yaml' }] }, scope },
        anyone,
      ),
    ).rejects.toMatchObject({
      name: 'InputError',
      problems: [
        { file: 'p.yaml', line: 11, column: 21, field: 'rules[0].when' },
        { file: 'p.yaml', line: 14, column: 25, field: 'rules[1].when' },
      ],
    });
    expect(await knex('replay')).toEqual([]);
  });

  it.each([
    ['no moment', { ...scope, from: 'yesterday' }],
    ['an end before the beginning', { ...scope, to: '2026-11-19T00:00:00Z' }],
    [
      'what is still to come',
      { from: '2027-01-01T00:00:00Z', to: '2027-01-02T00:00:00Z' },
    ],
    ['no agent', { ...scope, agents: [] }],
    ['no ref', { ...scope, targets: ['nonsense ref'] }],
    ['no action', { ...scope, actions: ['a b'] }],
  ])('refuses a scope with %s', async (_, wrong) => {
    await expect(
      replica().replays.start({ draft, scope: wrong }, anyone),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('scope.'),
    });
  });

  it('refuses a second one of the same person and names the first; another person’s waits', async () => {
    await world.record(mixed(10));
    const on = replica();
    const first = await on.replays.start({ draft, scope }, anyone);
    await expect(
      on.replays.start({ draft, scope }, anyone),
    ).rejects.toMatchObject({ name: 'ConflictError', replayId: first.id });
    const second = await on.replays.start({ draft, scope }, starter('bo'));
    expect((await on.replays.get(second.id))?.state).toBe('queued');
    await untilEnded(on, second.id);
    expect((await on.replays.get(first.id))?.state).toBe('succeeded');
    await expect(
      on.replays.start({ draft, scope }, anyone),
    ).resolves.toBeDefined();
  });

  it('lets one of two that are started at the same moment in', async () => {
    const [a, b] = [replica(), replica()];
    const started = await Promise.allSettled(
      [a, b, a, b].map(on => on.replays.start({ draft, scope }, anyone)),
    );
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
  });

  it('runs so many at a time in the whole portal, each in one process', async () => {
    await world.record(mixed(200));
    const both = [replica({ atOnce: 2 }), replica({ atOnce: 2 })];
    for (const name of ['a', 'b', 'c']) {
      await both[0].replays.start({ draft, scope }, starter(name));
    }
    await Promise.all(both.map(one => one.replayQueue.tick()));
    const running = await both[0].replays.list({
      state: ['running'],
      limit: 9,
    });
    expect(running).toHaveLength(2);
    for (const { id } of await both[0].replays.list({ limit: 9 })) {
      await untilEnded(both[1], id);
    }
    const all = await both[0].replays.list({ limit: 9 });
    expect(new Set(all.map(({ report }) => report?.digest)).size).toBe(1);
    expect(all.every(({ report }) => report?.decisions === 200)).toBe(true);
  });

  it('is cancelled at once, half way, and leaves nothing', async () => {
    await world.record(mixed(1_000));
    const on = replica({ progressMs: 0 });
    const { id } = await on.replays.start({ draft, scope }, anyone);
    await on.replayQueue.tick();
    for (;;) {
      const { done = 0 } = (await on.replays.get(id))!;
      if (done > 0) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    const cancelled = await on.replays.cancel(id);
    expect(cancelled).toMatchObject({ state: 'cancelled' });
    expect(cancelled?.report).toBeUndefined();
    const { done } = cancelled!;
    expect(done).toBeLessThan(1_000);
    await on.replayQueue.stop();
    expect(await on.replays.get(id)).toEqual(cancelled);
    expect(await knex('replay_flip')).toEqual([]);
    // the person may start another one
    await expect(
      replica().replays.start({ draft, scope }, anyone),
    ).resolves.toBeDefined();
  });

  it('is gone on with where another process was killed, and comes to the same report', async () => {
    await world.record(mixed(400));
    const whole = await run();
    const { id } = await replica().replays.start({ draft, scope }, anyone);
    const dying = replica({ progressMs: 0 }, diesAfter(knex, 3));
    await dying.replayQueue.tick();
    await new Promise<void>(resolve => dying.replayQueue.onWork(resolve));
    const left = (await dying.replays.get(id)) as Pick<Replay, 'state'> & {
      done: number;
    };
    expect(left.state).toBe('running');
    expect(left.done).toBeGreaterThan(0);
    expect(left.done).toBeLessThan(400);

    const other = replica();
    await other.replayQueue.tick();
    expect((await other.replays.get(id))?.state).toBe('running');
    await knex('replay').where({ id }).update({ lease_expires_ms: 0 });
    const again = await untilEnded(other, id);
    expect(again?.report).toEqual(whole.report);
    expect(await other.replays.countFlips(id)).toBe(
      await other.replays.countFlips(whole.id),
    );
  });

  it('is handed on when a process stops in good order', async () => {
    await world.record(mixed(600));
    const first = replica({ progressMs: 0 });
    const { id } = await first.replays.start({ draft, scope }, anyone);
    await first.replayQueue.tick();
    await first.replayQueue.stop();
    expect((await first.replays.get(id))?.state).toBe('queued');
    expect(await untilEnded(replica(), id)).toMatchObject({
      state: 'succeeded',
      report: { decisions: 600 },
    });
  });

  it('gives up what nobody can bring to an end', async () => {
    const on = replica();
    const { id } = await on.replays.start({ draft, scope }, anyone);
    await knex('replay')
      .where({ id })
      .update({ state: 'running', attempt: 5, slot: 1, lease_expires_ms: 0 });
    await on.replayQueue.tick();
    expect(await on.replays.get(id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('5 times'),
    });
  });

  it('fails with a reason where its thread cannot go on, and the next one runs', async () => {
    const on = replica();
    const { id } = await on.replays.start({ draft, scope }, anyone);
    const [policy] = world.index.policies;
    await knex('sealed_document').where({ digest: policy.digest }).delete();
    expect(await untilEnded(on, id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('agentpolicy:default/all'),
    });
    await recordedWorld(knex);
    expect(await run({}, anyone, on)).toMatchObject({ state: 'succeeded' });
  });

  it('keeps so many flips and counts all', async () => {
    await world.record(mixed(100));
    const on = replica({ flips: 10 });
    const { id, report } = await run({}, anyone, on);
    expect(report?.tightened).toBe(75);
    expect(await on.replays.countFlips(id)).toBe(10);
  });

  it('runs for the portal itself, over everything', async () => {
    await world.record(mixed(20));
    const on = replica();
    const audience = ['group:default/platform'];
    const { id } = await on.replays.startFor({ draft, scope, audience });
    const replay = await untilEnded(on, id);
    expect(replay).toMatchObject({ audience, report: { decisions: 20 } });
    expect(replay?.createdBy).toBeUndefined();
  });

  it('forgets what is old, and what is too much', async () => {
    const on = replica({ keepMost: 2 });
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      ids.push((await run({}, starter(name), on)).id);
    }
    const waiting = await on.replays.start({ draft, scope }, starter('e'));
    await on.replayQueue.sweep();
    const left = (await on.replays.list({ limit: 9 })).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining([waiting.id, ids[3], ids[2]]));
    expect(left).toHaveLength(3);
    const later = new Date(now.getTime() - settings.keepMs - 1);
    await knex('replay')
      .whereNotNull('ended_at')
      .update({ ended_at: later.toISOString() });
    await on.replayQueue.sweep();
    expect((await on.replays.list({ limit: 9 })).map(({ id }) => id)).toEqual([
      waiting.id,
    ]);
  });
});

/** A database that goes away after progress was kept so many times, as it looks to a process that is killed. */
function diesAfter(knex: Knex, times: number): Knex {
  let transactions = 0;
  return new Proxy(knex, {
    get(target, key) {
      // one to take it up, one for the count, then one each time
      transactions += key === 'transaction' ? 1 : 0;
      if (key === 'transaction' && transactions > times + 2) {
        return async () => {
          throw new Error('killed');
        };
      }
      return Reflect.get(target, key);
    },
  });
}
