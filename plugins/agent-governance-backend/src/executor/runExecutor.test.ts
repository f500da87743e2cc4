import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  ActionExecutionContext,
  ExecutionFailedError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { RegisteredAction } from '../actions/ActionRegistry';
import { executionContext, runExecutor, runProbe } from './runExecutor';

const logger = mockServices.logger.mock();
logger.child.mockReturnValue(logger);
const action = (executor: Partial<RegisteredAction['executor']>) =>
  ({ executor } as RegisteredAction);
const context = (signal = new AbortController().signal) =>
  ({ signal, logger } as unknown as ActionExecutionContext);

describe('runExecutor', () => {
  it('passes on what came of it', async () => {
    const result = await runExecutor(
      action({ execute: async () => ({ output: { id: 1 } }) }),
      context(),
    );
    expect(result).toEqual({ kind: 'succeeded', output: { id: 1 } });
  });

  it('invariant 11: only a certain failure is one; every other error leaves it open', async () => {
    const run = (error: Error) =>
      runExecutor(
        action({ execute: async () => Promise.reject(error) }),
        context(),
      );
    expect(await run(new ExecutionFailedError('no such version'))).toEqual({
      kind: 'failed',
      error: 'no such version',
    });
    expect(await run(new Error('reset'))).toEqual({
      kind: 'uncertain',
      error: 'reset',
    });
  });

  it('an executor that ignores its signal holds nobody up', async () => {
    const stop = new AbortController();
    const running = runExecutor(
      action({ execute: () => new Promise(() => {}) }),
      context(stop.signal),
    );
    stop.abort(new Error('The lease was lost'));
    expect(await running).toEqual({
      kind: 'uncertain',
      error: 'The lease was lost',
    });
  });

  it('invariant 7: nothing is called once the signal is aborted', async () => {
    const execute = jest.fn();
    const result = await runExecutor(
      action({ execute }),
      context(AbortSignal.abort(new Error('too late'))),
    );
    expect(execute).not.toHaveBeenCalled();
    expect(result.kind).toBe('uncertain');
  });

  it('not being able to tell is an answer of a probe', async () => {
    const probed = await runProbe(
      action({ probe: async () => Promise.reject(new Error('down')) }),
      context(),
    );
    expect(probed).toEqual({ happened: 'unknown', because: 'down' });
  });

  it('what an executor acts on is the target, never the input', () => {
    const { target, input } = executionContext({
      claim: { attempt: 1, leaseEpoch: 1, idempotencyKey: 'key' } as never,
      request: {
        id: 'r',
        input: '{"target":"component:default/other"}',
      } as never,
      target: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'api',
          uid: 'u',
          annotations: { 'acme.io/deployment-id': 'api-1' },
        },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
      },
      signal: new AbortController().signal,
      logger,
      credentials: async () => mockCredentials.user('agent:default/bot'),
    });
    expect(target).toEqual({
      ref: 'component:default/api',
      uid: 'u',
      kind: 'component',
      owner: 'group:default/payments',
      annotations: { 'acme.io/deployment-id': 'api-1' },
      labels: {},
    });
    expect(input).toEqual({ target: 'component:default/other' });
  });
});
