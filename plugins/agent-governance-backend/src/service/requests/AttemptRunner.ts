import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig } from '../../GovernanceConfig';
import { HungUpError } from '../../executor/HungUpError';
import { StoppedError } from '../../executor/StoppedError';
import {
  AttemptResult,
  executionContext,
  runExecutor,
} from '../../executor/runExecutor';
import { AgentTokens } from './AgentTokens';
import { afterAttempt } from './afterAttempt';
import { ClaimedWork } from './ClaimedWork';
import { ExecutionQueue } from './ExecutionQueue';
import { LeaseKeeper } from './LeaseKeeper';
import { RequestAdvancer } from './RequestAdvancer';

/** Who is on the line while an attempt runs. */
export interface OnTheLine {
  /** The agent's own, which it called with. */
  credentials: BackstageCredentials;
  secrets?: JsonObject;
  /** Aborted when it hangs up. */
  signal?: AbortSignal;
}

interface AttemptRunnerOptions {
  queue: ExecutionQueue;
  advancer: RequestAdvancer;
  tokens: Pick<AgentTokens, 'credentialsFor'>;
  settings: GovernanceConfig['execution'];
  logger: LoggerService;
}

/** Carries out what was claimed, keeps the claim alive meanwhile, and records how it ended. */
export class AttemptRunner {
  readonly #options: AttemptRunnerOptions;
  /** Attempts that a stop cuts off, by request. */
  readonly #brakes = new Map<string, AbortController>();

  static create(options: AttemptRunnerOptions) {
    return new AttemptRunner(options);
  }

  private constructor(options: AttemptRunnerOptions) {
    this.#options = options;
  }

  /**
   * @param options - `stopping`: the portal shuts down; `caller`: absent when nobody waits for it
   * @returns what came of it, which is recorded by then
   * @throws whatever the store throws: then the lease runs out, and the request is recovered
   */
  async run(
    work: ClaimedWork,
    options: { stopping: AbortSignal; caller?: OnTheLine },
  ): Promise<AttemptResult> {
    const { queue, settings, logger, tokens } = this.#options;
    const { caller, stopping } = options;
    const { action, request } = work;
    const lease = LeaseKeeper.start({
      queue,
      claim: work.claim,
      leaseMs: settings.leaseMs,
      timeoutMs: settings.timeoutMs,
      stopping,
    });
    const brake = this.#brakeFor(work);
    const signal = AbortSignal.any([
      lease.signal,
      brake.signal,
      ...(caller?.signal ? [hangingUp(caller.signal)] : []),
    ]);
    try {
      const result = await runExecutor(
        action,
        executionContext({
          ...work,
          signal,
          logger,
          credentials: async () =>
            caller?.credentials ?? tokens.credentialsFor(request.agent_ref),
          secrets: caller?.secrets,
        }),
      );
      await afterAttempt(work, result, {
        ...this.#options,
        isCall: caller !== undefined,
        ...(brake.signal.aborted && { stopId: brake.signal.reason.stopId }),
      });
      return result;
    } finally {
      lease.end();
      this.#brakes.delete(request.id);
    }
  }

  /** Looks whether a stop was pulled on what runs here, and cuts off what may be cut off. */
  async heedStops(): Promise<void> {
    const running = [...this.#brakes.keys()];
    if (running.length === 0) {
      return;
    }
    for (const [id, stopId] of await this.#options.queue.stopped(running)) {
      this.#brakes.get(id)?.abort(new StoppedError(stopId));
    }
  }

  /** What would be neither done nor undone if it were cut off has a brake that nobody pulls. */
  #brakeFor({ request, ...work }: ClaimedWork): AbortController {
    const brake = new AbortController();
    if (work.isCutOffByStops) {
      this.#brakes.set(request.id, brake);
    }
    return brake;
  }
}

/** Hanging up, as an executor is told of it. */
function hangingUp(line: AbortSignal): AbortSignal {
  const told = new AbortController();
  const tell = () => told.abort(new HungUpError());
  if (line.aborted) {
    tell();
  } else {
    line.addEventListener('abort', tell, { once: true });
  }
  return told.signal;
}
