import type { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { newKey } from './__testUtils__/agentKey';
import { FakePortal } from './__testUtils__/FakePortal';
import { quickly } from './__testUtils__/quickly';
import { ActionError } from './errors';
import { GovernedAgent } from './GovernedAgent';

const asked = {
  action: 'deployments:deploy',
  target: 'component:default/payments-api',
  environment: 'staging',
  input: { version: '1.4.2' },
};
const ASK = 'POST /api/agent-governance/v1/action-requests';
const unblock = [
  {
    kind: 'freeze-ends' as const,
    message: 'The freeze ends',
    who: ['group:default/sre'],
    verdict: 'allow' as const,
  },
];

describe('GovernedAgent', () => {
  let portal: FakePortal;
  let agent: GovernedAgent;

  beforeEach(async () => {
    portal = new FakePortal();
    await portal.start();
    agent = GovernedAgent.create({
      portalUrl: `${portal.url}/`,
      agentRef: 'agent:default/deploy-bot',
      key: newKey(),
      retry: quickly,
    });
  });

  afterEach(() => portal.stop());

  it('asks, waits for people and machines, and has the result', async () => {
    portal.decided = { state: 'held', verdict: 'hold' };
    portal.path = ['authorised', 'executing', 'succeeded'];

    await expect(agent.ask(asked)).resolves.toMatchObject({
      id: 'r-1',
      state: 'succeeded',
    });
    expect(portal.requests.size).toBe(1);
    expect(portal.seen.at(-1)).toMatch(/sinceRevision=3&waitSeconds=60$/);
  });

  it.each<[string, Partial<ActionRequest>]>([
    ['DeniedError', { state: 'denied', reason: 'denied' }],
    ['NotGrantedError', { state: 'denied', reason: 'not-granted' }],
    [
      'CouldNotEvaluateError',
      { state: 'denied', reason: 'could-not-evaluate', retryable: true },
    ],
    ['EndedError', { state: 'rejected' }],
    ['EndedError', { state: 'expired' }],
    ['EndedError', { state: 'withdrawn' }],
    ['EndedError', { state: 'voided' }],
    ['EndedError', { state: 'lapsed' }],
    ['EndedError', { state: 'stopped' }],
    ['FailedError', { state: 'failed' }],
    ['UnknownOutcomeError', { state: 'unknown' }],
    ['FailedError', { state: 'reconciled' }],
  ])('throws a %s when it ends as %p', async (name, decided) => {
    portal.decided = { ...decided, because: 'of the freeze', unblock };

    const error = await agent.ask(asked).catch(thrown => thrown);

    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({
      name,
      requestId: 'r-1',
      because: 'of the freeze',
      unblock,
      retryable: false,
      ...decided,
    });
    expect(error.message).toContain('of the freeze');
    expect(portal.count(ASK)).toBe(1);
  });

  it('takes what a person found to have happened for done', async () => {
    portal.decided = {
      state: 'reconciled',
      execution: { state: 'unknown' } as ActionRequest['execution'],
      reconciliation: {
        outcome: 'succeeded',
      } as ActionRequest['reconciliation'],
    };
    await expect(agent.ask(asked)).resolves.toMatchObject({
      state: 'reconciled',
    });
  });

  it('says what it saw until the portal has it, and only of what is unknown', async () => {
    portal.decided = { state: 'unknown' };
    const { id } = await agent.request(asked);
    portal.troubles = ['dropped-after', 'unavailable'];

    await expect(
      agent.report(id, { outcome: 'failed', note: 'no answer' }),
    ).resolves.toMatchObject({
      state: 'unknown',
      outcomeReport: { outcome: 'failed', note: 'no answer' },
    });
    portal.requests.forEach(each => Object.assign(each, { state: 'failed' }));
    await expect(agent.report(id, { outcome: 'succeeded' })).rejects.toThrow(
      /it is failed/,
    );
  });

  it('waits for whoever finds out only when told to', async () => {
    portal.decided = { state: 'unknown' };
    portal.path = ['reconciled'];
    const request = await agent.request(asked);
    await expect(agent.wait(request)).resolves.toMatchObject({
      state: 'unknown',
    });
    await expect(
      agent.wait(request, { throughUnknown: true }),
    ).resolves.toMatchObject({ state: 'reconciled' });
  });

  it('hands a refusal back as an answer when it only asks', async () => {
    portal.decided = { state: 'denied', reason: 'denied', unblock };
    await expect(agent.request(asked)).resolves.toMatchObject({
      state: 'denied',
      unblock,
    });
  });

  it('does not wait for people when told not to, and may wait on later', async () => {
    portal.decided = { state: 'held', decideBy: '2026-11-23T12:00:00Z' };

    const error = await agent
      .ask(asked, { throughHold: false })
      .catch(thrown => thrown);

    expect(error).toMatchObject({
      name: 'HeldError',
      decideBy: '2026-11-23T12:00:00Z',
    });
    portal.path = ['authorised', 'succeeded'];
    await expect(agent.wait(error.requestId)).resolves.toMatchObject({
      state: 'succeeded',
    });
  });

  it('stops waiting when time is up, and says that it goes on', async () => {
    portal.path = [];
    await expect(agent.ask(asked, { seconds: 0 })).rejects.toMatchObject({
      name: 'UnfinishedError',
      state: 'authorised',
    });
  });

  it('stops waiting when its caller gives up; under the same key it is found again', async () => {
    portal.path = [];
    const controller = new AbortController();
    const waiting = agent.ask(asked, {
      idempotencyKey: 'k',
      signal: controller.signal,
    });
    while (portal.requests.size === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    controller.abort(new Error('enough'));

    await expect(waiting).rejects.toThrow('enough');
    portal.path = ['succeeded'];
    await expect(
      agent.ask(asked, { idempotencyKey: 'k' }),
    ).resolves.toMatchObject({ id: 'r-1', state: 'succeeded' });
  });

  it('waits on while the portal is away', async () => {
    const request = await agent.request(asked);
    portal.troubles = ['unavailable', 'dropped-before', 'gateway', 'cut-off'];

    await expect(agent.wait(request)).resolves.toMatchObject({
      state: 'succeeded',
    });
  });

  it.each([
    [400, 'InputError', 'NotAcceptedError'],
    [403, 'NotAllowedError', 'NotAcceptedError'],
    [404, 'NotFoundError', 'NotAcceptedError'],
    [409, 'ConflictError', 'NotAcceptedError'],
    [401, 'AuthenticationError', 'NotSignedInError'],
  ])('does not repeat what is answered %d', async (status, name, thrown) => {
    portal.override = line =>
      line === ASK
        ? { status, body: { error: { name, message: `because ${status}` } } }
        : undefined;

    await expect(agent.ask(asked)).rejects.toMatchObject({
      name: thrown,
      status,
      message: expect.stringContaining(`because ${status}`),
    });
    // a token that is not believed is replaced once
    expect(portal.count(ASK)).toBe(status === 401 ? 2 : 1);
  });

  it('names back-pressure when time is up, with when to come back', async () => {
    portal.override = line =>
      line === ASK
        ? {
            status: 429,
            body: {
              error: { name: 'TooManyOpenRequestsError', message: 'no' },
            },
            headers: { 'retry-after': '3600' },
          }
        : undefined;

    await expect(agent.ask(asked)).rejects.toMatchObject({
      name: 'TooManyOpenRequestsError',
      status: 429,
      retryAfterSeconds: 3600,
    });
    expect(portal.count(ASK)).toBe(1);
  });

  describe('calling', () => {
    const CALL = 'POST /api/agent-governance/v1/action-calls';

    it('has what the action returned', async () => {
      await expect(agent.call(asked)).resolves.toEqual({
        request: expect.objectContaining({ state: 'succeeded' }),
        output: { effects: 1 },
      });
    });

    it('waits for people, and runs once they approved', async () => {
      portal.decided = { state: 'held' };
      portal.path = ['held', 'authorised'];
      await expect(agent.call(asked)).resolves.toMatchObject({
        output: { effects: 1 },
      });
      expect(portal.count(CALL)).toBe(2);
      expect(portal.effects).toBe(1);
    });

    it('does not wait for people when told not to', async () => {
      portal.decided = { state: 'held', unblock };
      await expect(
        agent.call(asked, { throughHold: false }),
      ).rejects.toMatchObject({ name: 'HeldError', unblock });
      expect(portal.seen.filter(line => line.startsWith('GET'))).toEqual([]);
    });

    it('throws what people decided', async () => {
      portal.decided = { state: 'held' };
      portal.path = ['rejected'];
      await expect(agent.call(asked)).rejects.toMatchObject({
        name: 'EndedError',
        state: 'rejected',
      });
    });

    it('is repeated when the portal cannot have begun, and never when it may have', async () => {
      portal.troubles = ['none', 'busy', 'busy', 'forgotten'];
      await expect(agent.call(asked)).resolves.toMatchObject({
        output: { effects: 1 },
      });
      for (const trouble of ['dropped-after', 'unavailable'] as const) {
        const before = portal.count(CALL);
        portal.troubles = [trouble];
        await expect(agent.call(asked)).rejects.toMatchObject({
          name: 'PortalUnavailableError',
          idempotencyKey: undefined,
        });
        expect(portal.count(CALL)).toBe(before + 1);
      }
    });
  });

  it('withdraws once, however often that has to be sent', async () => {
    portal.decided = { state: 'held' };
    portal.path = [];
    const { id } = await agent.request(asked);
    portal.troubles = ['dropped-after'];

    await expect(agent.withdraw(id)).resolves.toMatchObject({
      state: 'withdrawn',
    });
    expect(portal.count(`${ASK}/${id}/withdraw`)).toBe(2);

    portal.decided = { state: 'executing' };
    const running = await agent.request(asked);
    await expect(agent.withdraw(running.id)).rejects.toMatchObject({
      name: 'NotAcceptedError',
      status: 409,
    });
  });

  it.each([
    ['Component:payments-api', 'component/default/payments-api'],
    ['resource:warehouse/order-facts', 'resource/warehouse/order-facts'],
  ])('looks at the context of %s', async (ref, path) => {
    portal.override = line =>
      line === `GET /api/agent-governance/v1/context/${path}`
        ? { status: 200, body: { id: 'snapshot-1', facts: [] } }
        : undefined;
    await expect(agent.context(ref)).resolves.toMatchObject({
      id: 'snapshot-1',
    });
    await expect(agent.context('payments-api')).rejects.toThrow(
      "'payments-api' must be an entity ref",
    );
  });

  it('lists its requests and what it may ask for', async () => {
    portal.override = line => {
      if (line.includes('/auth/')) {
        return undefined;
      }
      return { status: 200, body: { items: [{ id: line }] } };
    };
    const { items } = await agent.list({ state: ['held', 'denied'], limit: 2 });
    expect(items[0].id).toBe(
      `GET /api/agent-governance/v1/action-requests?state=held&state=denied&limit=2`,
    );
    const [{ id }] = await agent.actions();
    expect(id).toBe('GET /api/agent-governance/v1/actions');
    const [delegation] = await agent.delegations();
    expect(delegation.id).toBe(
      'GET /api/agent-governance/v1/delegations?state=active&limit=100',
    );
  });
});
