import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  ActionExecutionContext,
  agentGovernanceActionsExtensionPoint,
  ExecutionFailedError,
  GovernedAction,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { agentGovernanceModuleAcmeActions } from './module';

function contextFor(
  annotations: Record<string, string>,
  input: ActionExecutionContext['input'],
): ActionExecutionContext {
  return {
    requestId: 'request-1',
    idempotencyKey: 'key-1',
    attempt: 1,
    epoch: 3,
    agentRef: 'agent:default/bot',
    target: {
      ref: 'component:default/target',
      uid: 'uid-1',
      kind: 'component',
      annotations,
      labels: {},
    },
    environment: 'staging',
    input,
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
    credentials: async () => mockCredentials.user('agent:default/bot'),
  };
}

describe('agentGovernanceModuleAcmeActions', () => {
  const actions = new Map<string, GovernedAction>();
  const received: Array<{ req: IncomingMessage; body: unknown }> = [];
  let world: Server;
  let answer: { status: number; body: object };

  beforeAll(async () => {
    world = createServer(async (req, res) => {
      received.push({ req, body: await json(req) });
      res.writeHead(answer.status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => world.listen(0, resolve));
    const { port } = world.address() as AddressInfo;
    await startTestBackend({
      features: [
        agentGovernanceModuleAcmeActions,
        mockServices.rootConfig.factory({
          data: { demoWorld: { baseUrl: `http://localhost:${port}` } },
        }),
      ],
      extensionPoints: [
        [
          agentGovernanceActionsExtensionPoint,
          {
            addAction: (...added) =>
              added.flat().forEach(action => actions.set(action.id, action)),
          },
        ],
      ],
    });
  });

  afterAll(() => world.close());

  beforeEach(() => {
    received.length = 0;
    answer = { status: 201, body: { done: true } };
  });

  it.each([
    [
      'deployments:deploy',
      { 'acme.io/deployment-id': 'payments' },
      { version: '1.2.3' },
      '/deployments',
      { service: 'payments', environment: 'staging', version: '1.2.3' },
    ],
    [
      'deployments:rollback',
      { 'acme.io/deployment-id': 'payments' },
      {},
      '/deployments/rollbacks',
      { service: 'payments', environment: 'staging' },
    ],
    [
      'tickets:escalate-to-partner',
      { 'acme.io/partner-id': 'northwind' },
      { ticket: 'T-1', message: 'Late' },
      '/partner/escalations',
      {
        partner: 'northwind',
        environment: 'staging',
        ticket: 'T-1',
        message: 'Late',
      },
    ],
    [
      'warehouse:query',
      { 'acme.io/dataset-id': 'events' },
      { question: 'How many?' },
      '/warehouse/queries',
      { dataset: 'events', question: 'How many?' },
    ],
    [
      'runbooks:run',
      { 'acme.io/runbook-id': 'failover' },
      { reason: 'Fire' },
      '/runbooks/runs',
      { runbook: 'failover', environment: 'staging', reason: 'Fire' },
    ],
  ])(
    '%s acts on what the sealed target names, under its key and fence',
    async (id, annotations, input, path, body) => {
      const { executor } = actions.get(id)!;

      await expect(
        executor.execute(contextFor(annotations, input)),
      ).resolves.toEqual({ output: { done: true } });
      expect(received).toEqual([{ req: expect.anything(), body }]);
      expect(received[0].req.url).toBe(path);
      expect(received[0].req.headers).toMatchObject({
        'idempotency-key': 'key-1',
        'x-execution-epoch': '3',
      });

      await expect(
        executor.execute(contextFor({}, { ...input, service: 'another' })),
      ).rejects.toThrow(ExecutionFailedError);
      expect(received).toHaveLength(1);
    },
  );

  it('tells a refusal from an answer that leaves the outcome open', async () => {
    const { executor } = actions.get('deployments:deploy')!;
    const context = contextFor(
      { 'acme.io/deployment-id': 'payments' },
      { version: '1.2.3' },
    );

    answer = { status: 422, body: { error: 'No such thing' } };
    await expect(executor.execute(context)).rejects.toThrow(
      new ExecutionFailedError('The demo world refused: No such thing'),
    );

    answer = { status: 503, body: { error: 'Out of order' } };
    const error = await executor.execute(context).catch(e => e);
    expect(error).not.toBeInstanceOf(ExecutionFailedError);
    expect(error.message).toBe('The demo world answered 503');
  });

  it('names an undo only where there is one, and takes no target from input', () => {
    expect([...actions.values()].map(({ id, undo }) => [id, undo])).toEqual([
      ['deployments:deploy', 'deployments:rollback'],
      ['deployments:rollback', 'deployments:deploy'],
      ['tickets:escalate-to-partner', undefined],
      ['warehouse:query', undefined],
      ['runbooks:run', undefined],
    ]);
    for (const { inputSchema } of actions.values()) {
      expect(inputSchema).toMatchObject({ additionalProperties: false });
    }
  });
});
