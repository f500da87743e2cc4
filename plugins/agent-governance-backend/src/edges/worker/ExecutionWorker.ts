import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { GovernanceConfig } from '../../GovernanceConfig';
import { AgentTokens } from '../../service/requests/AgentTokens';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { AttemptRunner } from '../../service/requests/AttemptRunner';
import {
  ClaimedWork,
  RequestAdvancer,
} from '../../service/requests/RequestAdvancer';
import {
  ExecutionQueue,
  QueuedRequest,
} from '../../service/requests/ExecutionQueue';
import { recoverAbandoned } from './recoverAbandoned';

/** How many requests one look at the database brings. */
const BATCH = 20;

interface ExecutionWorkerOptions {
  queue: ExecutionQueue;
  advancer: RequestAdvancer;
  attempts: AttemptRunner;
  actions: ActionRegistry;
  tokens: Pick<AgentTokens, 'credentialsFor'>;
  settings: GovernanceConfig['execution'];
  workerId: string;
  logger: LoggerService;
}

/**
 * Carries out what was authorised: claim, call, settle.
 *
 * Many workers may run on one database. What keeps them apart is the claim, not who looked
 * first; a worker that loses its lease stops, and can write nothing more.
 */
export class ExecutionWorker {
  readonly #options: ExecutionWorkerOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #busy = new Set<string>();
  readonly #stopping = new AbortController();
  #whenFree = () => {};

  static create(options: ExecutionWorkerOptions) {
    return new ExecutionWorker(options);
  }

  private constructor(options: ExecutionWorkerOptions) {
    this.#options = options;
  }

  /**
   * Looks once for what is due, and starts as much of it as there is room for.
   * Resolves when everything has been decided again and claimed; executions go on.
   */
  async tick(): Promise<void> {
    const { queue, advancer } = this.#options;
    for (const id of await queue.abandoned(BATCH)) {
      await this.#guarded(id, () => this.#recover(id));
    }
    for (const request of await queue.due(BATCH)) {
      if (this.#stopping.signal.aborted) {
        return;
      }
      await this.#guarded(request.id, () =>
        request.state === 'held'
          ? advancer.advanceApproved(request.id)
          : this.#start(request),
      );
    }
  }

  /** Looks whether a stop was pulled on what runs here, and cuts off what may be cut off. */
  async heedStops(): Promise<void> {
    await this.#options.attempts.heedStops();
  }

  /** Tells when an attempt has ended, so that another may be started. */
  onFree(listener: () => void): void {
    this.#whenFree = listener;
  }

  /** Lets go of nothing it holds: waits for running attempts, up to `graceMs`, then aborts them. */
  async stop(graceMs: number): Promise<void> {
    const timer = setTimeout(() => this.#stopping.abort(), graceMs);
    await Promise.allSettled([...this.#running]);
    clearTimeout(timer);
    this.#stopping.abort();
  }

  /** Resolves when no attempt is running; for tests and shutdown. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.allSettled([...this.#running]);
    }
  }

  async #start(request: QueuedRequest): Promise<void> {
    const { advancer, settings, workerId } = this.#options;
    if (this.#running.size >= settings.concurrency) {
      return;
    }
    const work = await advancer.claim(request, workerId);
    if (work) {
      this.#carryOut(work);
    }
  }

  async #recover(requestId: string): Promise<void> {
    const work = await recoverAbandoned(requestId, {
      ...this.#options,
      signal: this.#stopping.signal,
      roomForMore: this.#running.size < this.#options.settings.concurrency,
    });
    if (work) {
      this.#carryOut(work);
    }
  }

  #carryOut(work: ClaimedWork): void {
    const run = this.#attempt(work).finally(() => {
      this.#running.delete(run);
      this.#busy.delete(work.request.id);
      this.#whenFree();
    });
    this.#busy.add(work.request.id);
    this.#running.add(run);
  }

  async #attempt(work: ClaimedWork): Promise<void> {
    const { attempts, logger } = this.#options;
    try {
      await attempts.run(work, { stopping: this.#stopping.signal });
    } catch (error) {
      // the lease runs out and the request is recovered
      logger.error(
        `Execution of ${
          work.request.id
        } could not be recorded: ${stringifyError(error)}`,
      );
    }
  }

  /** One thing at a time per request, and no failure of one keeps the others waiting. */
  async #guarded(id: string, step: () => Promise<void>): Promise<void> {
    if (this.#busy.has(id)) {
      return;
    }
    try {
      await step();
    } catch (error) {
      this.#options.logger.error(
        `Action request ${id} could not be taken on: ${stringifyError(error)}`,
      );
    }
  }
}
