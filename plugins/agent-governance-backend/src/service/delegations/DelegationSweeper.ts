import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { DelegationStore } from '../../store/DelegationStore';
import { ChangeNotifier } from '../ChangeNotifier';

/** How many requests share a transaction: each holds its row until all of them are written. */
const BATCH = 50;
/** How many are ended as soon as a delegation is revoked. */
const SOON = 500;

interface Options {
  store: Pick<DelegationStore, 'voidRequests'>;
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Ends what waits under a delegation that is no more, so that nobody is asked to look at it.
 *
 * Nothing hangs on it: from the moment a delegation has ended nothing under it starts, swept or not. What is left to
 * do is read from the record each time.
 */
export class DelegationSweeper {
  readonly #options: Options;

  static create(options: Options) {
    return new DelegationSweeper(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async sweep(limit: number): Promise<void> {
    const { store, notifier, now } = this.#options;
    for (let moved = 0; moved < limit; ) {
      const batch = await store.voidRequests({
        now: now(),
        limit: Math.min(BATCH, limit - moved),
      });
      if (batch === 0) {
        return;
      }
      moved += batch;
      notifier.changed();
    }
  }

  /** Begins, and keeps nobody waiting: what it leaves is swept later. */
  sweepSoon(): void {
    this.sweep(SOON).catch(error =>
      this.#options.logger.warn(
        `What waits under a revoked delegation is left to the next sweep: ${stringifyError(
          error,
        )}`,
      ),
    );
  }
}
