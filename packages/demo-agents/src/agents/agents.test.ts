import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ConnectedAgent,
  deploy,
  escalate,
  lastDeployed,
  nextVersion,
  query,
  rollBack,
  runRunbook,
  waitFor,
} from '.';

const request = { id: 'r-1', state: 'held', revision: 1 } as ActionRequest;

describe('the agents', () => {
  const portal = {
    getContext: jest.fn(),
    createActionRequest: jest.fn(async () => request),
    listActionRequests: jest.fn(),
    getActionRequest: jest.fn(),
  };
  const agent = { name: 'bot', portal } as unknown as ConnectedAgent;

  beforeEach(() => {
    jest.clearAllMocks();
    portal.getContext.mockResolvedValue({ id: 'snapshot-1', facts: [] });
  });

  it.each<[string, string, object, () => Promise<ActionRequest>]>([
    [
      'deployments:deploy',
      'component:default/s',
      { version: '1.0.0' },
      () => deploy(agent, { service: 's', version: '1.0.0', environment: 'e' }),
    ],
    [
      'deployments:rollback',
      'component:default/s',
      {},
      () => rollBack(agent, { service: 's', environment: 'e' }),
    ],
    [
      'tickets:escalate-to-partner',
      'resource:default/p',
      { ticket: 'T', message: 'm' },
      () =>
        escalate(agent, {
          partner: 'p',
          ticket: 'T',
          message: 'm',
          environment: 'e',
        }),
    ],
    [
      'warehouse:query',
      'resource:default/d',
      { question: 'q' },
      () => query(agent, { dataset: 'd', question: 'q', environment: 'e' }),
    ],
    [
      'runbooks:run',
      'component:default/s',
      { reason: 'r' },
      () => runRunbook(agent, { service: 's', reason: 'r', environment: 'e' }),
    ],
  ])(
    'asks for %s and quotes what it saw',
    async (action, target, input, act) => {
      await expect(act()).resolves.toBe(request);

      expect(portal.createActionRequest).toHaveBeenCalledWith(
        expect.objectContaining({
          action,
          target,
          input,
          environment: 'e',
          contextSnapshot: 'snapshot-1',
        }),
        { idempotencyKey: expect.any(String) },
      );
    },
  );

  it('quotes the snapshot and uses the key it is given', async () => {
    await query(
      agent,
      { dataset: 'd', question: 'q', environment: 'e' },
      { contextSnapshot: 'older', idempotencyKey: 'k' },
    );

    expect(portal.getContext).not.toHaveBeenCalled();
    expect(portal.createActionRequest).toHaveBeenCalledWith(
      expect.objectContaining({ contextSnapshot: 'older' }),
      { idempotencyKey: 'k' },
    );
  });

  it.each([
    [undefined, '1.0.1'],
    ['1.4.9', '1.4.10'],
  ])('follows %s with %s', (version, next) => {
    expect(nextVersion(version)).toBe(next);
  });

  it('knows what it last rolled out', async () => {
    const where = { service: 's', environment: 'staging' };
    portal.listActionRequests.mockResolvedValueOnce({ items: [] });
    await expect(lastDeployed(agent, where)).resolves.toBeUndefined();

    portal.listActionRequests.mockResolvedValueOnce({
      items: [{ input: { version: '1.4.9' } }],
    });
    await expect(lastDeployed(agent, where)).resolves.toBe('1.4.9');
    expect(portal.listActionRequests).toHaveBeenLastCalledWith(
      expect.objectContaining({
        target: 'component:default/s',
        environment: 'staging',
        state: ['succeeded'],
      }),
    );
  });

  it('waits for machines, and for people only when told to', async () => {
    portal.getActionRequest.mockResolvedValueOnce({
      ...request,
      state: 'succeeded',
    });

    await expect(waitFor(agent, request, { seconds: 5 })).resolves.toBe(
      request,
    );
    await expect(
      waitFor(agent, request, { seconds: 5, throughHold: true }),
    ).resolves.toMatchObject({ state: 'succeeded' });
    expect(portal.getActionRequest).toHaveBeenCalledWith('r-1', {
      waitSeconds: 5,
      sinceRevision: 1,
    });
  });
});
