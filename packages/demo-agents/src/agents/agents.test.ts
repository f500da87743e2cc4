import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import {
  deploy,
  escalate,
  lastDeployed,
  nextVersion,
  query,
  rollBack,
  runRunbook,
} from '.';

const request = { id: 'r-1', state: 'held', revision: 1 } as ActionRequest;

describe('the agents', () => {
  const portal = {
    context: jest.fn(),
    request: jest.fn(async () => request),
    list: jest.fn(),
  };
  const agent = portal as unknown as GovernedAgent;

  beforeEach(() => {
    jest.clearAllMocks();
    portal.context.mockResolvedValue({ id: 'snapshot-1', facts: [] });
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

      expect(portal.request).toHaveBeenCalledWith(
        expect.objectContaining({
          action,
          target,
          input,
          environment: 'e',
          contextSnapshot: 'snapshot-1',
        }),
        { idempotencyKey: undefined },
      );
    },
  );

  it('quotes the snapshot and uses the key it is given', async () => {
    await query(
      agent,
      { dataset: 'd', question: 'q', environment: 'e' },
      { contextSnapshot: 'older', idempotencyKey: 'k' },
    );

    expect(portal.context).not.toHaveBeenCalled();
    expect(portal.request).toHaveBeenCalledWith(
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
    portal.list.mockResolvedValueOnce({ items: [] });
    await expect(lastDeployed(agent, where)).resolves.toBeUndefined();

    portal.list.mockResolvedValueOnce({
      items: [{ input: { version: '1.4.9' } }],
    });
    await expect(lastDeployed(agent, where)).resolves.toBe('1.4.9');
    expect(portal.list).toHaveBeenLastCalledWith(
      expect.objectContaining({
        target: 'component:default/s',
        environment: 'staging',
        state: ['succeeded'],
      }),
    );
  });
});
