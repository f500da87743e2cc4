import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  ActionExecutionContext,
  ProbeResult,
  SealedTarget,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { ownerOf, systemOf } from '../facts/relations';
import { ActionRequestRow } from '../store/rows';
import { Claim } from '../store/operations/claimExecution';
import { RegisteredAction } from '../actions/ActionRegistry';
import { HungUpError } from './HungUpError';
import { StoppedError } from './StoppedError';

/** How long an executor that was cut off may take to say how far it got, in milliseconds. */
const STOP_GRACE_MS = 2_000;

/** How an attempt went, before it is known what that means for the request. */
export type AttemptResult =
  | { kind: 'succeeded'; output?: JsonObject }
  /** The outside system certainly did not accept it. */
  | { kind: 'failed'; error: string; output?: JsonObject }
  /** Nobody can tell. */
  | { kind: 'uncertain'; error: string };

/** What an executor is given; everything outside is derived from the sealed target. */
export function executionContext(options: {
  claim: Claim;
  request: ActionRequestRow;
  target: Entity;
  signal: AbortSignal;
  logger: LoggerService;
  credentials: () => Promise<BackstageCredentials>;
  secrets?: JsonObject;
}): ActionExecutionContext {
  const { claim, request, target, signal, logger, secrets } = options;
  return {
    requestId: request.id,
    idempotencyKey: claim.idempotencyKey,
    attempt: claim.attempt,
    epoch: claim.leaseEpoch,
    agentRef: request.agent_ref,
    target: seal(target),
    environment: request.environment,
    input: JSON.parse(request.input),
    signal,
    logger: logger.child({ requestId: request.id }),
    credentials: options.credentials,
    ...(secrets && { secrets }),
  };
}

/** Runs an executor and tells apart what certainly failed from what nobody can tell. */
export async function runExecutor(
  action: RegisteredAction,
  context: ActionExecutionContext,
): Promise<AttemptResult> {
  try {
    const { output } = await abortable(
      () => action.executor.execute(context),
      context.signal,
    );
    return { kind: 'succeeded', ...(output && { output }) };
  } catch (error) {
    const failed =
      error instanceof Error && error.name === 'ExecutionFailedError';
    context.logger.warn(
      `Execution ${failed ? 'failed' : 'is uncertain'}: ${stringifyError(
        error,
      )}`,
    );
    return {
      kind: failed ? 'failed' : 'uncertain',
      error: error instanceof Error ? error.message : 'It threw something odd',
      ...(failed && outputOf(error)),
    };
  }
}

/** What came back with a failure; by shape, since another copy of the class may have been thrown. */
function outputOf(error: Error & { output?: JsonObject }): {
  output?: JsonObject;
} {
  return error.output ? { output: error.output } : {};
}

/** Asks the outside system whether an effect happened. Not being able to tell is an answer. */
export async function runProbe(
  action: RegisteredAction,
  context: ActionExecutionContext,
): Promise<ProbeResult> {
  if (!action.executor.probe) {
    return { happened: 'unknown', because: 'It cannot be asked' };
  }
  try {
    const { executor } = action;
    return await abortable(
      async () => executor.probe!(context),
      context.signal,
    );
  } catch (error) {
    return {
      happened: 'unknown',
      because: error instanceof Error ? error.message : 'The probe failed',
    };
  }
}

/** An executor that ignores its signal must not hold the worker for ever. */
async function abortable<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  let grace: NodeJS.Timeout | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      const giveUp = () => reject(signal.reason);
      const { reason } = signal;
      if (reason instanceof StoppedError || reason instanceof HungUpError) {
        // its claim still holds: what the executor can say about how far it got is worth a moment
        grace = setTimeout(giveUp, STOP_GRACE_MS);
      } else {
        giveUp();
      }
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    clearTimeout(grace);
    signal.removeEventListener('abort', stop);
  }
}

function seal(target: Entity): SealedTarget {
  const spec = (target.spec ?? {}) as { type?: string };
  return {
    ref: stringifyEntityRef(target),
    uid: target.metadata.uid!,
    kind: target.kind.toLocaleLowerCase('en-US'),
    ...(spec.type && { type: spec.type }),
    ...(ownerOf(target) && { owner: ownerOf(target) }),
    ...(systemOf(target) && { system: systemOf(target) }),
    annotations: { ...target.metadata.annotations },
    labels: { ...target.metadata.labels },
  };
}
