import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ReplayClaim, ReplayStore } from '../../store/ReplayStore';
import { NotOursError, ReplayRunner } from './ReplayRunner';
import { ReplayThreadError } from './thread/ReplayThread';

interface Options {
  store: ReplayStore;
  runner: Pick<ReplayRunner, 'run'>;
  settings: {
    leaseMs: number;
    atOnce: number;
    keepMs: number;
    keepMost: number;
  };
  logger: LoggerService;
  now: () => Date;
}

/** A replay that this process runs. */
interface Running {
  stopping: AbortController;
  done: Promise<void>;
}

/**
 * Runs replays, one process at a time each and so many at once in the whole portal. One that is interrupted is gone on
 * with, by whichever process comes first.
 */
export class ReplayQueue {
  readonly #options: Options;
  readonly #running = new Map<string, Running>();
  #onFree = () => {};
  #isStopping = false;

  static create(options: Options) {
    return new ReplayQueue(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Called when there may be room for another one. */
  onFree(listener: () => void): void {
    this.#onFree = listener;
  }

  /** Takes up what waits, as long as there is room. */
  async tick(): Promise<void> {
    const { store, settings, now } = this.#options;
    while (!this.#isStopping) {
      const claim = await store.claim({ ...settings, now: now() });
      if (!claim) {
        return;
      }
      this.#start(claim);
    }
  }

  /** Ends at once what this process does for a replay; what becomes of it is in the database. */
  interrupt(id: string): void {
    this.#running.get(id)?.stopping.abort(new NotOursError());
  }

  /** Deletes replays that are old. */
  async sweep(): Promise<void> {
    const { store, settings, now } = this.#options;
    await store.sweep({
      before: new Date(now().getTime() - settings.keepMs),
      most: settings.keepMost,
    });
  }

  /** Lets others go on with what this process runs. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const running = [...this.#running.values()];
    running.forEach(({ stopping }) => stopping.abort(new Error('Stopping')));
    await Promise.all(running.map(({ done }) => done));
  }

  #start(claim: ReplayClaim): void {
    const { id } = claim.replay;
    const stopping = new AbortController();
    const done = this.#run(claim, stopping.signal)
      .catch(error =>
        this.#options.logger.error(
          `The replay ${id} was left as it is: ${stringifyError(error)}`,
        ),
      )
      .finally(() => {
        this.#running.delete(id);
        this.#onFree();
      });
    this.#running.set(id, { stopping, done });
  }

  async #run(claim: ReplayClaim, signal: AbortSignal): Promise<void> {
    const { store, runner, logger, now } = this.#options;
    const lease = { id: claim.replay.id, leaseToken: claim.leaseToken };
    try {
      await runner.run(claim, signal);
    } catch (thrown) {
      const error = signal.aborted ? signal.reason : thrown;
      if (error instanceof NotOursError) {
        return;
      }
      if (signal.aborted) {
        await store.release(lease);
        return;
      }
      if (error instanceof ReplayThreadError) {
        logger.warn(`The replay ${lease.id} failed: ${error.message}`);
        await store.fail({ ...lease, error: error.message, now: now() });
        return;
      }
      // the database was away, perhaps: whoever comes when the lease is over tries again, a few times
      throw error;
    }
  }
}
