import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { StopReach, StopStore, StoredStop } from '../../store/StopStore';
import { ChangeNotifier } from '../ChangeNotifier';
import { stoppedBy } from '../requests/denyingStop';
import { StopTargets } from './StopTargets';

/** How many requests share a transaction: each holds its row until all of them are written. */
const BATCH = 50;
/** How many are moved as soon as a stop is pulled. */
const SOON = 500;

interface Options {
  store: StopStore;
  targets: StopTargets;
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Gives what stops cover its name: held and authorised requests become *stopped*, and executions under way are told.
 *
 * Nothing hangs on it: from the moment a stop is committed nothing in its scope starts, swept or not. What is left to
 * do is read from the record each time (open requests, stops in force), so nothing is lost by a crash half way, a
 * second replica that sweeps too, or thousands of requests.
 */
export class StopSweeper {
  readonly #options: Options;

  static create(options: Options) {
    return new StopSweeper(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Everything in force, as much as `limit` for each; a stop whose scope cannot be told keeps no other waiting. */
  async sweep(limit: number): Promise<void> {
    for (const stop of await this.#options.store.inForce()) {
      try {
        await this.sweepOne(stop, limit);
      } catch (error) {
        this.#options.logger.warn(
          `What stop ${
            stop.id
          } covers could not be swept and is swept again: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  /** Begins with a stop that was pulled just now, and keeps nobody waiting: what it leaves is swept later. */
  sweepSoon(stop: StoredStop): void {
    this.sweepOne(stop, SOON).catch(error =>
      this.#options.logger.warn(
        `What stop ${
          stop.id
        } covers is left to the next sweep: ${stringifyError(error)}`,
      ),
    );
  }

  /** @returns whether everything that could be seen to be covered has been moved */
  async sweepOne(stop: StoredStop, limit: number): Promise<boolean> {
    const { store, targets, notifier } = this.#options;
    const reach = await targets.reachOf(stop.scope);
    const told = await store.markExecutions(stop.id, reach);
    const { moved, isDone } = await this.#move(stop, reach, limit);
    if (told + moved > 0) {
      notifier.changed();
    }
    return isDone;
  }

  async #move(stop: StoredStop, reach: StopReach, limit: number) {
    const { store, now } = this.#options;
    let moved = 0;
    while (moved < limit) {
      const requests = await store.nextToStop(
        reach,
        Math.min(BATCH, limit - moved),
      );
      const batch = await store.stopRequests({
        ...stoppedBy(stop),
        requests,
        now: now(),
      });
      if (batch === 0) {
        return { moved, isDone: requests.length === 0 };
      }
      moved += batch;
    }
    return { moved, isDone: false };
  }
}
