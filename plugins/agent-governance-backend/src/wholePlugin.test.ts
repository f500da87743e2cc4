import { TestDatabases } from '@backstage/backend-test-utils';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { probe, reportHealthy } from './__testUtils__/probe';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Nobody says how it is. */
const unwatched = entity('Component', 'payments-web', {
  type: 'website',
  lifecycle: 'production',
  owner: 'payments',
});

describe.each(databases.eachSupportedId())(
  'the whole plugin, %p',
  databaseId => {
    const target = 'component:default/payments-api';
    let outside: Outside;
    let portal: TestPortal;

    beforeAll(async () => {
      outside = new Outside();
      portal = await TestPortal.start({
        entities: [...acme, unwatched],
        actions: outside.actions(),
        database: portalDatabase(databaseId),
        config: { conditions: { sources: [probe] } },
      });
      await reportHealthy(portal, target);
    });
    afterAll(async () => portal?.stop());

    const deploy = (environment: string, change: object = {}) => ({
      action: 'deployments:deploy',
      target,
      environment,
      input: { version: '1.2.3' },
      ...change,
    });
    const explain = async (person: string, id: string) =>
      portal.ask({ person }, 'get', `/action-requests/${id}/explanation`);
    const snapshotId = async (agent = 'deploy-bot') =>
      (
        await portal.ask(
          { agent },
          'get',
          '/context/component/default/payments-api',
        )
      ).body.id as string;
    const report = (factType: string, value: string, observedAt: string) =>
      portal.ask('registry', 'post', '/context-reports', {
        source: 'registry',
        facts: [{ entity: target, factType, value, observedAt }],
      });

    it('runs routine work of the owner’s agent without asking anybody', async () => {
      const { status, body } = await portal.propose(
        'deploy-bot',
        deploy('staging'),
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({ verdict: 'allow', state: 'authorised' });
      const done = await portal.reaches('deploy-bot', body.id, 'succeeded');
      expect(done.execution).toMatchObject({
        state: 'succeeded',
        attempt: 1,
        output: { deployed: true },
      });
      const { idempotencyKey } = done.execution;
      expect(outside.calls.filter(({ key }) => key === idempotencyKey)).toEqual(
        [{ key: idempotencyKey, target, attempt: 1 }],
      );
    });

    it('explains a decision with the facts it was made on', async () => {
      const { body } = await portal.propose('deploy-bot', deploy('staging'));
      const { body: explanation } = await explain('olivia', body.id);
      expect(explanation.decisions[0].facts.target.owner.value).toBe(
        'group:default/payments',
      );
    });

    it('foresees what would be decided, exactly as it is decided when asked', async () => {
      const outlookFor = (
        caller: { person: string } | { agent: string },
        query = '',
      ) =>
        portal.ask(
          caller,
          'get',
          `/outlooks/component/default/payments-api?agent=agent:default/deploy-bot${query}`,
        );
      const { status, body } = await outlookFor({ person: 'olivia' });
      expect(status).toBe(200);
      expect(body.agentRef).toBe('agent:default/deploy-bot');
      const { verdicts } = body.actions.find(
        ({ actionId }: { actionId: string }) =>
          actionId === 'deployments:deploy',
      );
      expect(verdicts).toHaveLength(body.environments.length);
      for (const { environment, verdict, reason } of verdicts) {
        const change = { contextSnapshot: await snapshotId() };
        const asked = await portal.propose(
          'deploy-bot',
          deploy(environment, change),
        );
        expect(asked.body).toMatchObject({ verdict, reason });
      }
      // a forecast leaves nothing behind, and the agent may look at its own
      const own = await outlookFor({ agent: 'deploy-bot' });
      expect(own.body.actions).toEqual(body.actions);
    });

    it('foresees nothing for those who may not read both, and names a wrong question', async () => {
      const path = '/outlooks/component/default/payments-api';
      const other = await portal.ask(
        { agent: 'other-bot' },
        'get',
        `${path}?agent=agent:default/deploy-bot`,
      );
      expect(other.status).toBe(404);
      const noAgent = await portal.ask({ person: 'olivia' }, 'get', path);
      expect(noAgent).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining('agent') } },
      });
      const noSuch = await portal.ask(
        { person: 'olivia' },
        'get',
        `${path}?agent=agent:default/deploy-bot&environment=moon`,
      );
      expect(noSuch).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringContaining('production') } },
      });
    });

    it('asks a person about production where the target is not known to be well', async () => {
      const asked = {
        ...deploy('production'),
        contextSnapshot: await snapshotId(),
      };
      const { body } = await portal.propose('deploy-bot', asked);
      expect(body).toMatchObject({ verdict: 'allow' });
      const { body: explanation } = await explain('olivia', body.id);
      expect(explanation.decisions[0].facts.conditions.health).toMatchObject({
        state: 'known',
        value: { status: 'healthy' },
      });
      const waiting = await portal.propose('deploy-bot', {
        ...asked,
        target: 'component:default/payments-web',
        contextSnapshot: (
          await portal.ask(
            { agent: 'deploy-bot' },
            'get',
            '/context/component/default/payments-web',
          )
        ).body.id,
      });
      expect(waiting.body).toMatchObject({
        state: 'held',
        because: expect.stringContaining('how the target is'),
      });
    });

    it('story 1: a freeze refuses before anything happens, says whose it is, and ends', async () => {
      const asked = async () =>
        portal.propose(
          'deploy-bot',
          deploy('production', { contextSnapshot: await snapshotId() }),
        );
      const before = await asked();
      expect(before.body).toMatchObject({ verdict: 'allow' });

      const freeze = await portal.ask(
        { person: 'olivia' },
        'post',
        '/freezes',
        {
          scope: {
            entityRef: 'system:default/pay',
            environments: ['production'],
          },
          from: ago(HOUR_MS),
          to: ahead(HOUR_MS),
          reason: 'release week',
          owner: 'group:default/payments',
        },
      );
      expect(freeze.status).toBe(201);
      const calls = outside.calls.length;
      const during = await asked();
      expect(during.body).toMatchObject({
        state: 'denied',
        verdict: 'deny',
        reason: 'denied',
        because: expect.stringContaining('release week'),
      });
      expect(during.body.unblock).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            kind: 'freeze-ends',
            who: expect.arrayContaining(['group:default/payments']),
          }),
        ]),
      );
      expect(outside.calls).toHaveLength(calls);

      const ended = await portal.ask(
        { person: 'olivia' },
        'post',
        `/freezes/${freeze.body.id}/end`,
        { revision: freeze.body.revision },
      );
      expect(ended.status).toBe(200);
      const after = await asked();
      expect(after.body).toMatchObject({ verdict: 'allow' });
      await portal.reaches('deploy-bot', after.body.id, 'succeeded');
    });

    it('story 2: an old template holds the escalation; the owner vouches, approves, and it goes out once', async () => {
      await report('template', 'Dear partner', ago(95 * DAY_MS));
      const { body } = await portal.propose('deploy-bot', {
        action: 'tickets:escalate',
        target,
        environment: 'production',
        input: {},
        contextSnapshot: await snapshotId(),
      });
      expect(body).toMatchObject({ state: 'held', verdict: 'hold' });

      const { body: shown } = await explain('olivia', body.id);
      const [required] = shown.decisions[0].facts.context.required.value;
      expect(required).toMatchObject({
        factType: 'template',
        freshness: 'stale',
      });
      const context = await portal.ask(
        { person: 'olivia' },
        'get',
        '/context/component/default/payments-api',
      );
      const template = context.body.facts.find(
        (fact: { factType: string }) => fact.factType === 'template',
      );
      expect(template).toMatchObject({ freshness: 'stale', maySignOff: true });
      const signed = await portal.ask(
        { person: 'olivia' },
        'post',
        '/context/component/default/payments-api/sign-offs',
        { factType: 'template', digest: template.digest },
      );
      expect(signed.status).toBe(201);

      expect((await portal.review('carl', body.id, 'approve')).status).toBe(
        403,
      );
      const vote = await portal.review('olivia', body.id, 'approve');
      expect(vote.status).toBe(201);
      const done = await portal.reaches('deploy-bot', body.id, 'succeeded');
      expect(
        outside.calls.filter(
          ({ key }) => key === done.execution.idempotencyKey,
        ),
      ).toHaveLength(1);
      expect(portal.notifications).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            recipients: {
              type: 'entity',
              entityRef: ['group:default/payments'],
            },
          }),
        ]),
      );
    });

    it('story 3: data that was reclassified after the agent looked is refused, old and new value named', async () => {
      await report('data-class', 'internal', ago(HOUR_MS));
      const quoted = await snapshotId();
      await report('data-class', 'restricted', ago(20 * 60_000));
      const { body } = await portal.propose('deploy-bot', {
        action: 'warehouse:query',
        target,
        environment: 'production',
        input: {},
        contextSnapshot: quoted,
      });
      expect(body).toMatchObject({ state: 'denied', reason: 'denied' });
      expect(body.because).toMatch(/internal/);
      expect(body.because).toMatch(/restricted/);
      const again = await portal.propose('deploy-bot', {
        action: 'warehouse:query',
        target,
        environment: 'production',
        input: {},
        contextSnapshot: await snapshotId(),
      });
      expect(again.body).toMatchObject({ verdict: 'allow' });
    });

    it('invariant 5: what was approved is decided again, and a freeze that came since stops it', async () => {
      await report('template', 'Dear partner, again', ago(60 * DAY_MS));
      const { body } = await portal.propose('deploy-bot', {
        action: 'tickets:escalate',
        target,
        environment: 'production',
        input: {},
      });
      expect(body.state).toBe('held');
      const freeze = await portal.ask(
        { person: 'olivia' },
        'post',
        '/freezes',
        {
          scope: { entityRef: target },
          from: ago(1_000),
          to: ahead(HOUR_MS),
          reason: 'incident',
        },
      );
      const calls = outside.calls.length;
      await portal.review('olivia', body.id, 'approve');
      const stopped = await portal.reaches('deploy-bot', body.id, 'denied');
      expect(stopped.because).toContain('incident');
      expect(outside.calls).toHaveLength(calls);
      await portal.ask(
        { person: 'olivia' },
        'post',
        `/freezes/${freeze.body.id}/end`,
        {
          revision: freeze.body.revision,
        },
      );
    });

    it('invariant 4: a review of what was not shown, or of an ended hold, is refused', async () => {
      const { body } = await portal.propose('deploy-bot', {
        action: 'tickets:escalate',
        target,
        environment: 'production',
        input: {},
      });
      const unseen = await portal.ask(
        { person: 'olivia' },
        'post',
        `/action-requests/${body.id}/reviews`,
        {
          holdDecisionId: body.holdDecisionId,
          presentationDigest: 'f'.repeat(64),
          verdict: 'approve',
        },
      );
      expect(unseen.status).toBe(409);
      const rejected = await portal.review(
        'olivia',
        body.id,
        'reject',
        'not today',
      );
      expect(rejected.status).toBe(201);
      const late = await portal.review('otto', body.id, 'approve');
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain('rejected');
    });

    it('a target of another owner is refused, and an entity that is not there is not found', async () => {
      const other = await portal.propose(
        'deploy-bot',
        deploy('staging', { target: 'component:default/checkout-web' }),
      );
      expect(other.body).toMatchObject({ state: 'denied', reason: 'denied' });
      const missing = await portal.propose(
        'deploy-bot',
        deploy('staging', { target: 'component:default/nothing' }),
      );
      expect(missing.status).toBe(404);
    });

    it('answers a repeated key with the same request, and another body under it with 409', async () => {
      const first = await portal.propose(
        'deploy-bot',
        deploy('staging'),
        'key-1',
      );
      const again = await portal.propose(
        'deploy-bot',
        deploy('staging'),
        'key-1',
      );
      expect(again.body.id).toBe(first.body.id);
      const other = await portal.propose(
        'deploy-bot',
        deploy('staging', { input: { version: '9.9.9' } }),
        'key-1',
      );
      expect(other.status).toBe(409);
      const anothers = await portal.propose(
        'other-bot',
        deploy('staging'),
        'key-1',
      );
      expect(anothers.status).toBe(201);
    });

    it('invariant 14: an agent sees its own requests and nobody else’s', async () => {
      const { body } = await portal.propose('deploy-bot', deploy('staging'));
      const path = `/action-requests/${body.id}`;
      expect(
        (await portal.ask({ agent: 'deploy-bot' }, 'get', path)).status,
      ).toBe(200);
      const hidden = await portal.ask({ agent: 'other-bot' }, 'get', path);
      expect(hidden.status).toBe(404);
      const list = await portal.ask(
        { agent: 'other-bot' },
        'get',
        '/action-requests',
      );
      expect(
        list.body.items.map((item: { agentRef: string }) => item.agentRef),
      ).not.toContain('agent:default/deploy-bot');
    });

    it('invariant 10: the ledger of everything above holds, entry by entry and in meaning', async () => {
      const { body } = await portal.ask(
        { person: 'vera' },
        'get',
        '/ledger/verification',
      );
      expect(body).toMatchObject({ ok: true, findings: [] });
      expect(body.entries).toBeGreaterThan(20);
    });
  },
);
