import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { GovernedAgent } from '@agentgov/agent-sdk';
import { ExecutionFailedError } from '@agentgov/backstage-plugin-agent-governance-node';
import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { probe, reportHealthy } from './__testUtils__/probe';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Longer than anything may be cached. */
const STALE_MS = 5_500;

describe.each(databases.eachSupportedId())(
  'an agent with the SDK, %p',
  databaseId => {
    const agentRef = 'agent:default/deploy-bot';
    const target = 'component:default/payments-api';
    let outside: Outside;
    let portal: TestPortal;
    let agent: GovernedAgent;

    const agentWith = (change: object) =>
      GovernedAgent.create({
        portalUrl: portal.url,
        agentRef,
        key: portal.keyOf(agentRef),
        audience: 'portal',
        retry: { firstPauseMs: 20 },
        ...change,
      });

    beforeAll(async () => {
      outside = new Outside();
      portal = await TestPortal.start({
        entities: acme,
        actions: [
          ...outside.actions(),
          outside.action({
            id: 'deployments:announce',
            effectClass: 'once',
            undo: undefined,
          }),
        ],
        database: portalDatabase(databaseId),
        config: {
          conditions: { sources: [probe] },
          limits: { openRequestsPerAgent: 3 },
        },
      });
      await reportHealthy(portal, target);
    });
    afterAll(async () => portal?.stop());
    beforeEach(() => {
      agent = agentWith({});
    });
    afterEach(() => {
      portal.down.clear();
      outside.behave = async () => {};
    });

    const deploy = (environment: string, change: object = {}) => ({
      action: 'deployments:deploy',
      target,
      environment,
      input: { version: '1.2.3' },
      ...change,
    });
    const failure = (promise: Promise<unknown>) =>
      promise.then(
        () => undefined,
        thrown => thrown,
      );

    it('reports what it saw of what nobody can tell, and hears what a person found out', async () => {
      outside.behave = async () => {
        throw new Error('the line went dead');
      };
      const error = await failure(
        agent.ask({ ...deploy('staging'), action: 'deployments:announce' }),
      );
      expect(error.name).toBe('UnknownOutcomeError');
      const reported = await agent.report(error.requestId, {
        outcome: 'failed',
        evidence: { announced: false },
      });
      const [found] = await Promise.all([
        agent.wait(reported, { throughUnknown: true }),
        portal.ask(
          { person: 'olivia' },
          'post',
          `/action-requests/${reported.id}/reconcile`,
          {
            outcome: 'failed',
            comment: 'Nobody heard of it.',
            revision: reported.revision,
          },
        ),
      ]);
      expect(found.reconciliation).toMatchObject({
        outcome: 'failed',
        reconciledBy: 'user:default/olivia',
      });
      expect(
        await failure(agent.report(reported.id, { outcome: 'succeeded' })),
      ).toMatchObject({ name: 'NotAcceptedError', status: 409 });
    });

    it('looks, quotes what it saw, asks, and has what came of it', async () => {
      const seen = await agent.context(target);
      const done = await agent.ask(
        deploy('production', { contextSnapshot: seen.id }),
      );
      expect(done).toMatchObject({
        agentRef,
        state: 'succeeded',
        contextSnapshotId: seen.id,
        execution: { output: { deployed: true } },
      });
      const listed = await agent.list({ state: ['succeeded'], limit: 1 });
      expect(listed.items).toMatchObject([{ id: done.id }]);
      const actions = await agent.actions();
      expect(actions.map(({ id }) => id)).toContain('deployments:deploy');
    });

    it('invariant 7: asks twice under one key, and it happens once', async () => {
      const before = outside.calls.length;
      const under = { idempotencyKey: 'release-1.2.3' };
      const [one, two] = await Promise.all([
        agent.ask(deploy('staging'), under),
        agentWith({}).ask(deploy('staging'), under),
      ]);
      const later = await agent.ask(deploy('staging'), under);
      expect(new Set([one.id, two.id, later.id]).size).toBe(1);
      expect(outside.calls).toHaveLength(before + 1);

      const other = deploy('staging', { input: { version: '6.6.6' } });
      await expect(agent.ask(other, under)).rejects.toMatchObject({
        name: 'NotAcceptedError',
        status: 409,
      });
    });

    it('is told that people have to look, and waits on until they have', async () => {
      const held = await failure(
        agent.ask(deploy('production'), { throughHold: false }),
      );
      expect(held).toMatchObject({
        name: 'HeldError',
        unblock: expect.arrayContaining([
          expect.objectContaining({ kind: 'review' }),
        ]),
      });
      const waiting = agent.wait(held.requestId);
      await portal.review('olivia', held.requestId, 'approve');
      await expect(waiting).resolves.toMatchObject({ state: 'succeeded' });
    });

    it('is told what people said, and takes back what it no longer wants', async () => {
      const held = await agent.request(deploy('production'));
      await portal.review('olivia', held.id, 'reject', 'Not today');
      await expect(agent.wait(held)).resolves.toMatchObject({
        state: 'rejected',
      });

      const under = { idempotencyKey: 'taken-back' };
      const { id } = await agent.request(deploy('production'), under);
      const waiting = failure(agent.ask(deploy('production'), under));
      await agent.withdraw(id);
      await agent.withdraw(id);
      expect(await waiting).toMatchObject({
        name: 'EndedError',
        state: 'withdrawn',
      });
    });

    it('invariant 2: is refused, cannot be evaluated and cannot be asked: three different things', async () => {
      const foreign = deploy('staging', {
        target: 'component:default/checkout-web',
      });
      expect(await failure(agent.ask(foreign))).toMatchObject({
        name: 'DeniedError',
        reason: 'denied',
        because: expect.stringContaining('group:default/checkout'),
      });
      portal.down.add('agent-governance>permission');
      await sleep(STALE_MS);
      expect(await failure(agent.ask(deploy('staging')))).toMatchObject({
        name: 'CouldNotEvaluateError',
        reason: 'could-not-evaluate',
        retryable: true,
      });
      portal.down.add('catalog');
      await sleep(STALE_MS);
      const briefly = agentWith({ retry: { withinSeconds: 1 } });
      expect(await failure(briefly.ask(deploy('staging')))).toMatchObject({
        name: 'PortalUnavailableError',
        status: 503,
      });
    });

    it('invariant 15: is told by name that it asks for too much at once', async () => {
      let finish = () => {};
      const blocked = new Promise<void>(resolve => {
        finish = resolve;
      });
      outside.behave = () => blocked;
      const open = await Promise.all(
        [1, 2, 3].map(() => agent.request(deploy('staging'))),
      );
      const briefly = agentWith({ retry: { withinSeconds: 0 } });
      expect(await failure(briefly.ask(deploy('staging')))).toMatchObject({
        name: 'TooManyOpenRequestsError',
        status: 429,
        retryAfterSeconds: 2,
      });
      const patient = agent.ask(deploy('staging'));
      finish();
      await expect(patient).resolves.toMatchObject({ state: 'succeeded' });
      for (const request of open) {
        await agent.wait(request);
      }
    });

    it('calls, waits for people on the line, and it runs once', async () => {
      await expect(agent.call(deploy('staging'))).resolves.toMatchObject({
        request: { state: 'succeeded' },
        output: { deployed: true },
      });
      const before = outside.calls.length;
      const calling = agent.call(deploy('production'));
      let held: string | undefined;
      while (!held) {
        const { items } = await agent.list({ state: ['held'] });
        held = items[0]?.id;
      }
      await portal.review('olivia', held, 'approve');
      await expect(calling).resolves.toMatchObject({
        request: { id: held, state: 'succeeded' },
        output: { deployed: true },
      });
      expect(outside.calls).toHaveLength(before + 1);
    });

    it('is told of a failure for what it is', async () => {
      outside.behave = async () => {
        throw new ExecutionFailedError('no such version');
      };
      for (const error of [
        await failure(agent.ask(deploy('staging'))),
        await failure(agent.call(deploy('staging'))),
      ]) {
        expect(error).toMatchObject({
          name: 'FailedError',
          message: expect.stringContaining('no such version'),
        });
      }
    });

    it('invariant 12: with another’s key it is nobody', async () => {
      const { privateKey } = generateKeyPairSync('ed25519');
      const thief = agentWith({ key: privateKey.export({ format: 'jwk' }) });
      expect(await failure(thief.ask(deploy('staging')))).toMatchObject({
        name: 'NotSignedInError',
        status: 401,
      });
    });
  },
);
