import { EffectClass } from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig } from '../../GovernanceConfig';
import { AttemptResult } from '../../executor/runExecutor';
import { ClaimedWork } from './ClaimedWork';
import { ExecutionQueue } from './ExecutionQueue';
import { recordableOutput } from './recordableOutput';
import { RequestAdvancer } from './RequestAdvancer';

/** Effect classes that a machine may try again without asking the outside system first. */
const REPEATABLE: readonly EffectClass[] = ['read', 'idempotent', 'keyed'];

/** Whether an attempt with an unknown outcome may be followed by another, by a machine. */
export function mayRepeat(effectClass: EffectClass): boolean {
  return REPEATABLE.includes(effectClass);
}

/**
 * Records what came of an attempt. One nobody can tell about is repeated under the same key
 * where its effect class allows, a bounded number of times; otherwise it ends as unknown.
 */
export async function afterAttempt(
  work: ClaimedWork,
  result: AttemptResult,
  options: {
    queue: ExecutionQueue;
    advancer: RequestAdvancer;
    settings: GovernanceConfig['execution'];
    /** Whether the agent waits on the line; then nobody is there for what a read would bring later. */
    isCall?: boolean;
    /** The stop that cut it off, if one did. */
    stopId?: string;
  },
): Promise<void> {
  const { queue, advancer, settings, stopId } = options;
  const { claim, action } = work;
  switch (result.kind) {
    case 'succeeded':
      await advancer.settle(work, {
        outcome: 'succeeded',
        output: result.output && recordableOutput(result.output),
      });
      return;
    case 'failed':
      await advancer.settle(work, {
        outcome: 'failed',
        error: result.error,
        ...(result.output && { output: recordableOutput(result.output) }),
      });
      return;
    default:
  }
  if (stopId !== undefined) {
    await settleStopped(work, { error: result.error, stopId }, advancer);
    return;
  }
  if (options.isCall && action.effectClass === 'read') {
    await advancer.settle(work, { outcome: 'failed', error: result.error });
    return;
  }
  const recoverable =
    mayRepeat(action.effectClass) || action.effectClass === 'probeable';
  if (recoverable && claim.attempt < settings.maxAttempts) {
    await queue.release({
      claim,
      retryAfterMs: backoff(claim.attempt),
      error: result.error,
    });
    return;
  }
  await advancer.settle(
    work,
    { outcome: 'unknown', error: result.error },
    await advancer.partiesTo(work.request),
  );
}

/** Nothing is tried again under a stop: a read did nothing that could be unknown, and of the rest nobody can tell. */
async function settleStopped(
  work: ClaimedWork,
  cutOff: { error: string; stopId: string },
  advancer: RequestAdvancer,
): Promise<void> {
  const { error, stopId } = cutOff;
  if (work.action.effectClass === 'read') {
    await advancer.settle(work, {
      outcome: 'failed',
      error: `A stop was pulled while it ran; it only reads (${error})`,
      stopId,
    });
    return;
  }
  await advancer.settle(
    work,
    {
      outcome: 'unknown',
      error: `A stop was pulled while it ran (${error})`,
      stopId,
    },
    await advancer.partiesTo(work.request),
  );
}

/** Doubles from a second to a minute, with jitter so that many do not come back at once. */
function backoff(attempt: number): number {
  const base = Math.min(60_000, 1_000 * 2 ** (attempt - 1));
  return Math.round(base * (0.5 + Math.random() / 2));
}
