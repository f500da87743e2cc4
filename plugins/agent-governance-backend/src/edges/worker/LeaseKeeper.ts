import { DatabaseActionRequestStore } from '../../store/DatabaseActionRequestStore';
import { Claim } from '../../store/operations/claimExecution';

/**
 * Keeps a claim alive while its attempt runs, and aborts the attempt when that fails.
 *
 * The local deadline lies before the lease's end and is measured on a clock that only goes
 * forward: a worker that was asleep, or cannot reach the database, stops before others may start.
 */
export class LeaseKeeper {
  readonly signal: AbortSignal;
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;

  static start(options: {
    store: Pick<DatabaseActionRequestStore, 'renew'>;
    claim: Claim;
    leaseMs: number;
    timeoutMs: number;
    stopping: AbortSignal;
  }) {
    return new LeaseKeeper(options);
  }

  private constructor(options: {
    store: Pick<DatabaseActionRequestStore, 'renew'>;
    claim: Claim;
    leaseMs: number;
    timeoutMs: number;
    stopping: AbortSignal;
  }) {
    const { store, claim, leaseMs, timeoutMs, stopping } = options;
    this.signal = AbortSignal.any([
      this.#lost.signal,
      stopping,
      AbortSignal.timeout(timeoutMs),
    ]);
    let goodUntil = performance.now() + leaseMs * 0.8;
    let renewing = false;
    this.#timer = setInterval(async () => {
      if (performance.now() > goodUntil) {
        this.#lost.abort(new Error('The lease could not be renewed in time'));
        return;
      }
      if (renewing) {
        return;
      }
      renewing = true;
      const asked = performance.now();
      try {
        if (await store.renew(claim, leaseMs)) {
          goodUntil = asked + leaseMs * 0.8;
        } else {
          this.#lost.abort(new Error('The lease was lost'));
        }
      } catch {
        // the deadline decides
      } finally {
        renewing = false;
      }
    }, Math.max(50, leaseMs / 4));
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
