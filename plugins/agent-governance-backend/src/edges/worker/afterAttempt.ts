import { EffectClass } from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig } from '../../GovernanceConfig';
import { AttemptResult } from '../../executor/runExecutor';
import {
  ClaimedWork,
  RequestAdvancer,
} from '../../service/requests/RequestAdvancer';
import { ExecutionQueue } from '../../service/requests/ExecutionQueue';

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
  },
): Promise<void> {
  const { queue, advancer, settings } = options;
  const { claim, action } = work;
  switch (result.kind) {
    case 'succeeded':
      await advancer.settle(work, {
        outcome: 'succeeded',
        output: result.output,
      });
      return;
    case 'failed':
      await advancer.settle(work, { outcome: 'failed', error: result.error });
      return;
    default:
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

/** Doubles from a second to a minute, with jitter so that many do not come back at once. */
function backoff(attempt: number): number {
  const base = Math.min(60_000, 1_000 * 2 ** (attempt - 1));
  return Math.round(base * (0.5 + Math.random() / 2));
}
