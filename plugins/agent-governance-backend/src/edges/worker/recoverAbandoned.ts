import { LoggerService } from '@backstage/backend-plugin-api';
import { GovernanceConfig } from '../../GovernanceConfig';
import { AgentTokens } from '../../service/requests/AgentTokens';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { executionContext, runProbe } from '../../executor/runExecutor';
import {
  ClaimedWork,
  RequestAdvancer,
} from '../../service/requests/RequestAdvancer';
import { ExecutionQueue } from '../../service/requests/ExecutionQueue';
import { mayRepeat } from '../../service/requests/afterAttempt';

/**
 * Takes on an execution whose worker is gone, or gave it up for now.
 *
 * The effect may or may not have happened. Where its class allows, another attempt follows under
 * the same key, decided again first; where the outside system can be asked, it is asked; in every
 * other case the outcome is unknown, and a person looks.
 *
 * @returns the claim of another attempt, to be carried out.
 */
export async function recoverAbandoned(
  requestId: string,
  options: {
    queue: ExecutionQueue;
    advancer: RequestAdvancer;
    actions: ActionRegistry;
    settings: GovernanceConfig['execution'];
    workerId: string;
    logger: LoggerService;
    tokens: Pick<AgentTokens, 'credentialsFor'>;
    signal: AbortSignal;
    roomForMore: boolean;
  },
): Promise<ClaimedWork | undefined> {
  const { queue, advancer, actions, settings } = options;
  const started = await queue.started(requestId);
  if (!started) {
    return undefined;
  }
  const { request, execution } = started;
  const action = actions.get(request.action_id);
  const inTime = !queue.isLate(request);
  const repeatable =
    action !== undefined &&
    action.definitionDigest === request.definition_digest &&
    inTime &&
    // they were given once, and not kept
    !action.takesSecrets &&
    execution.attempt < settings.maxAttempts;

  const giveUp = async (error: string) => {
    const claim = await advancer.takeOver(execution);
    if (claim) {
      await advancer.settle(
        { claim, request },
        { outcome: 'unknown', error },
        await advancer.partiesTo(request),
      );
    }
    return undefined;
  };
  const endUndone = async (error: string) => {
    const released = await queue.started(requestId);
    const claim = released && (await advancer.takeOver(released.execution));
    if (claim) {
      await advancer.settle(
        { claim, request },
        { outcome: 'failed', error: `It did not happen. ${error}` },
      );
    }
    return undefined;
  };
  let mayNotRunAgain = giveUp;

  if (repeatable && action.effectClass === 'probeable') {
    const claim = await advancer.takeOver(execution);
    if (!claim) {
      return undefined;
    }
    const target = await advancer.targetOf(request);
    const probed = target
      ? await runProbe(
          action,
          executionContext({
            ...options,
            claim,
            request,
            target,
            credentials: () => options.tokens.credentialsFor(request.agent_ref),
          }),
        )
      : { happened: 'unknown' as const, because: 'The target is gone' };
    if (probed.happened === true) {
      await advancer.settle(
        { claim, request },
        { outcome: 'succeeded', output: probed.output },
      );
      return undefined;
    }
    if (probed.happened === 'unknown') {
      await advancer.settle(
        { claim, request },
        { outcome: 'unknown', error: probed.because },
        await advancer.partiesTo(request),
      );
      return undefined;
    }
    await queue.release({ claim, retryAfterMs: 0, error: 'It did not happen' });
    mayNotRunAgain = endUndone;
  } else if (!repeatable || !mayRepeat(action.effectClass)) {
    return giveUp(execution.error ?? 'The worker that carried it out is gone.');
  }
  if (!options.roomForMore) {
    return undefined;
  }
  return advancer.claimAgain(request, options.workerId, mayNotRunAgain);
}
