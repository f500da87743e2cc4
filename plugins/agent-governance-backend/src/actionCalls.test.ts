import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { DatabaseActionRequestStore } from './store/DatabaseActionRequestStore';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const target = 'component:default/payments-api';
const SECRET = 'a secret that is nowhere to be found';

describe.each(databases.eachSupportedId())('calls, %p', databaseId => {
  let outside: Outside;
  let portal: TestPortal;
  /** What executors were given beside the input. */
  const secrets: Array<JsonObject | undefined> = [];
  let version = 0;

  /** One that nobody called before. */
  const deploy = (change: object = {}) => {
    version += 1;
    return {
      action: 'deployments:deploy',
      target,
      environment: 'staging',
      input: { version: `1.0.${version}` },
      ...change,
    };
  };
  /** Nobody says how the target is, so production asks a person. */
  const deployToProduction = (change: object = {}) =>
    deploy({ environment: 'production', ...change });
  const call = async (body: object, agent = 'deploy-bot') =>
    portal.ask({ agent }, 'post', '/action-calls', body);
  const ran = () => outside.calls.length;
  const explain = async (id: string) =>
    (
      await portal.ask(
        { person: 'olivia' },
        'get',
        `/action-requests/${id}/explanation`,
      )
    ).body;

  /** Resolves when an executor has begun, which then waits for `finish`. */
  function held() {
    let begun = () => {};
    let finish = () => {};
    const isBegun = new Promise<void>(resolve => (begun = resolve));
    const isFinished = new Promise<void>(resolve => (finish = resolve));
    outside.behave = async signal => {
      begun();
      await Promise.race([
        isFinished,
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        ),
      ]);
    };
    return { isBegun, finish };
  }

  /** From now on: resolves once so many calls found that the same call is open already. */
  function untilJoined(count: number) {
    const looks = jest.spyOn(
      DatabaseActionRequestStore.prototype,
      'standingAgainstCall',
    );
    return async () => {
      for (;;) {
        const found = await Promise.all(
          looks.mock.results.map(({ value }) => value),
        );
        if (found.filter(({ openCallId }) => openCallId).length >= count) {
          looks.mockRestore();
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
  }

  beforeAll(async () => {
    outside = new Outside();
    const executor = {
      execute: async ({ secrets: given }: { secrets?: JsonObject }) => {
        secrets.push(given);
        return { output: {} };
      },
    };
    portal = await TestPortal.start({
      entities: acme,
      actions: [
        ...outside.actions(),
        outside.action({
          id: 'deployments:announce',
          effectClass: 'once',
          undo: undefined,
        }),
        outside.action({ id: 'secrets:rotate', takesSecrets: true, executor }),
        outside.action({
          id: 'pages:publish',
          inputSchema: {
            $schema: 'http://json-schema.org/draft-07/schema#',
            type: 'object',
            required: ['entityRef'],
            properties: { entityRef: { type: 'string' } },
          },
          resolve: ({ entityRef }) => ({
            target: String(entityRef),
            environment: 'staging',
          }),
        }),
        outside.action({
          id: 'reports:print',
          executor: {
            execute: async () => ({ output: { text: 'x'.repeat(300_000) } }),
          },
        }),
      ],
      database: portalDatabase(databaseId),
    });
  });
  afterEach(() => {
    outside.behave = async () => {};
  });
  afterAll(async () => portal?.stop());

  it('invariant 1: carries out what is allowed before it answers, on the decision it was claimed with', async () => {
    const { status, body } = await call(deploy());
    expect(status).toBe(200);
    expect(body.request).toMatchObject({
      state: 'succeeded',
      verdict: 'allow',
    });
    expect(body.output).toEqual({ deployed: true });

    const { decisions, entries } = await explain(body.request.id);
    expect(decisions).toHaveLength(1);
    expect(entries.map(({ envelope }: any) => envelope.type)).toEqual([
      'action-request.decided',
      'execution.claimed',
      'execution.settled',
    ]);
  });

  it('invariant 7: the same call many times at once is one request with one effect, and everybody is told', async () => {
    const before = ran();
    const line = held();
    const asked = deploy();
    const allJoined = untilJoined(7);
    const answers = Array.from({ length: 8 }, () => call(asked));
    await line.isBegun;
    await allJoined();
    line.finish();
    const bodies = (await Promise.all(answers)).map(({ body }) => body);
    expect(ran()).toBe(before + 1);
    expect(new Set(bodies.map(({ request }) => request.id)).size).toBe(1);
    for (const { request, output } of bodies) {
      expect(request.state).toBe('succeeded');
      expect(output).toEqual({ deployed: true });
    }
  });

  it('invariant 4: waits for a person, runs once when it is called again, and what is asked otherwise does not', async () => {
    const before = ran();
    const asked = deployToProduction();
    const first = await call(asked);
    expect(first).toMatchObject({
      status: 200,
      body: { request: { state: 'held' } },
    });
    const { id } = first.body.request;
    expect((await call(asked)).body.request).toMatchObject({
      id,
      state: 'held',
    });
    expect((await portal.review('olivia', id, 'approve')).status).toBe(201);
    const approved = await portal.reaches('deploy-bot', id, 'authorised');
    expect(approved.awaitsCaller).toBe(true);

    const other = await call(deployToProduction());
    expect(other.body.request).toMatchObject({ state: 'held' });
    expect(other.body.request.id).not.toBe(id);
    const another = await call(asked, 'other-bot');
    expect(another.body.request.id).not.toBe(id);
    expect(ran()).toBe(before);

    const line = held();
    const bothJoined = untilJoined(2);
    const results = [call(asked), call(asked)];
    await line.isBegun;
    await bothJoined();
    line.finish();
    for (const { body } of await Promise.all(results)) {
      expect(body.request).toMatchObject({ id, state: 'succeeded' });
    }
    expect(ran()).toBe(before + 1);
    // it has run: who asks now asks for it a second time, and a person is asked again
    expect((await call(asked)).body.request).toMatchObject({ state: 'held' });
  });

  it('a call that was taken back is asked for anew', async () => {
    const asked = deployToProduction();
    const { id } = (await call(asked)).body.request;
    await portal.ask(
      { agent: 'deploy-bot' },
      'post',
      `/action-requests/${id}/withdraw`,
    );
    expect((await call(asked)).body.request.id).not.toBe(id);
  });

  it('a denial is an answer, and carries nothing out', async () => {
    const { status, body } = await call(
      deployToProduction({ target: 'component:default/checkout-web' }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      request: { state: 'denied', verdict: 'deny' },
    });
    expect(body.output).toBeUndefined();
  });

  it('invariant 7: whoever hangs up cuts it off; of what may happen once nobody can tell, and it does not run again', async () => {
    const before = ran();
    const line = held();
    const asked = deploy({ action: 'deployments:announce' });
    const hangUp = new AbortController();
    const answer = portal
      .askUntil('deploy-bot', '/action-calls', asked, hangUp.signal)
      .catch(error => error.name);
    await line.isBegun;
    hangUp.abort();
    expect(await answer).toBe('AbortError');
    const [{ id }] = (
      await portal.ask(
        { agent: 'deploy-bot' },
        'get',
        '/action-requests?action=deployments:announce',
      )
    ).body.items;
    await portal.reaches('deploy-bot', id, 'unknown');
    expect((await call(asked)).body.request).toMatchObject({
      id,
      state: 'unknown',
    });
    expect(ran()).toBe(before + 1);
  });

  it('invariant 7: who hung up is told on asking again how it ended; only then is it news to ask', async () => {
    const before = ran();
    const asked = deploy();
    const hangUp = new AbortController();
    // finishes all the same, as an outside system may that was told too late
    outside.behave = async signal => {
      hangUp.abort();
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    };
    await portal
      .askUntil('deploy-bot', '/action-calls', asked, hangUp.signal)
      .catch(() => undefined);
    const told = await call(asked);
    expect(told.body.request.state).toBe('succeeded');
    expect(ran()).toBe(before + 1);
    outside.behave = async () => {};
    expect((await call(asked)).body.request.id).not.toBe(told.body.request.id);
    expect(ran()).toBe(before + 2);
  });

  it('a call that was rejected says so once, and asks nobody again by itself', async () => {
    const asked = deployToProduction();
    const { id } = (await call(asked)).body.request;
    await portal.review('olivia', id, 'reject', 'not today');
    await portal.reaches('deploy-bot', id, 'rejected');
    expect((await call(asked)).body.request).toMatchObject({
      id,
      state: 'rejected',
    });
    expect((await call(asked)).body.request).toMatchObject({ state: 'held' });
  });

  it('gives secrets to the executor, keeps them nowhere, and holds nothing that takes them', async () => {
    const asked = deploy({ action: 'secrets:rotate' });
    const done = await call({ ...asked, secrets: { token: SECRET } });
    expect(done.body.request).toMatchObject({ state: 'succeeded' });
    expect(secrets).toEqual([{ token: SECRET }]);
    expect(JSON.stringify(await explain(done.body.request.id))).not.toContain(
      SECRET,
    );

    const inProduction = await call({
      ...asked,
      environment: 'production',
      secrets: { token: SECRET },
    });
    expect(inProduction.body.request).toMatchObject({
      state: 'denied',
      because: expect.stringContaining('secrets'),
    });
    expect(secrets).toHaveLength(1);

    const later = await portal.propose('deploy-bot', asked);
    expect(later).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('action-calls') } },
    });
    const notTaken = await call({ ...deploy(), secrets: { token: SECRET } });
    expect(notTaken).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("'secrets'") } },
    });
  });

  it('what is touched follows from the input where the action says so, through every door', async () => {
    const asked = { action: 'pages:publish', input: { entityRef: target } };
    const done = await call(asked);
    expect(done.body.request).toMatchObject({
      state: 'succeeded',
      targetRef: target,
      environment: 'staging',
    });
    const proposed = await portal.propose('deploy-bot', asked);
    expect(proposed).toMatchObject({
      status: 201,
      body: { targetRef: target, environment: 'staging', verdict: 'allow' },
    });
    for (const wrong of [
      { target: 'component:default/checkout-web' },
      { environment: 'production' },
    ]) {
      const [field] = Object.keys(wrong);
      const refused = await call({ ...asked, ...wrong });
      expect(refused).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining(`'${field}'`) } },
      });
    }
    const missing = await call({
      action: 'deployments:deploy',
      environment: 'staging',
      input: { version: '1.2.3' },
    });
    expect(missing).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("'target'") } },
    });
  });

  it('gives back a large output whole, and keeps how much it was', async () => {
    const { body } = await call(deploy({ action: 'reports:print' }));
    expect(body.output.text).toHaveLength(300_000);
    expect(body.request.execution.output).toMatchObject({
      omitted: expect.any(String),
      sha256: expect.any(String),
    });
  });

  it('a freeze between calls is heeded at once', async () => {
    const asked = { environment: 'staging' };
    expect((await call(deploy(asked))).body.request.state).toBe('succeeded');
    const freeze = await portal.ask({ person: 'olivia' }, 'post', '/freezes', {
      scope: { entityRef: target },
      from: new Date(Date.now() - 60_000).toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
      reason: 'stock-taking',
      owner: 'group:default/payments',
    });
    expect(freeze.status).toBe(201);
    expect((await call(deploy(asked))).body.request).toMatchObject({
      state: 'denied',
      because: expect.stringContaining('stock-taking'),
    });
  });

  it('invariant 10: the ledger of all this holds together', async () => {
    const { body } = await portal.ask(
      { person: 'vera' },
      'get',
      '/ledger/verification',
    );
    expect(body).toMatchObject({ ok: true, findings: [] });
    expect(body.entries).toBeGreaterThan(20);
  });

  it.each([{ person: 'olivia' }, 'registry' as const, 'nobody' as const])(
    'invariant 12: %j is no agent, and calls nothing',
    async who => {
      const { status } = await portal.ask(
        who,
        'post',
        '/action-calls',
        deploy(),
      );
      expect(status).toBe(who === 'nobody' ? 401 : 403);
    },
  );
});
