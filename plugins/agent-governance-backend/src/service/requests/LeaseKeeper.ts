import { Claim, ExecutionQueue } from '../../service/requests/ExecutionQueue';

/** How much of a lease is used before its holder stops by itself. */
const SAFE_SHARE = 0.8;

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
  #deadline: NodeJS.Timeout | undefined;

  static start(options: {
    queue: Pick<ExecutionQueue, 'renew'>;
    claim: Claim;
    leaseMs: number;
    timeoutMs: number;
    stopping: AbortSignal;
  }) {
    return new LeaseKeeper(options);
  }

  private constructor(options: {
    queue: Pick<ExecutionQueue, 'renew'>;
    claim: Claim;
    leaseMs: number;
    timeoutMs: number;
    stopping: AbortSignal;
  }) {
    const { queue, claim, leaseMs, timeoutMs, stopping } = options;
    this.signal = AbortSignal.any([
      this.#lost.signal,
      stopping,
      AbortSignal.timeout(timeoutMs),
    ]);
    this.#mustRenewWithin(leaseMs * SAFE_SHARE);
    let renewing = false;
    this.#timer = setInterval(async () => {
      if (renewing) {
        return;
      }
      renewing = true;
      const asked = performance.now();
      try {
        if (await queue.renew(claim, leaseMs)) {
          this.#mustRenewWithin(
            leaseMs * SAFE_SHARE - (performance.now() - asked),
          );
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
    clearTimeout(this.#deadline);
  }

  /** Counted from when the renewal was asked for, so that a slow answer buys no time. */
  #mustRenewWithin(ms: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(
      () =>
        this.#lost.abort(new Error('The lease could not be renewed in time')),
      Math.max(0, ms),
    );
    this.#deadline.unref();
  }
}
