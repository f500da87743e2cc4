import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/** How soon a nudge may follow the last call, in milliseconds: many nudges become one call. */
const NUDGE_GAP_MS = 100;

interface LoopOptions {
  name: string;
  /** The time between two calls when nobody nudges. */
  everyMs: number;
  call: () => Promise<void>;
  logger: LoggerService;
}

/**
 * Calls something again and again until stopped, one call at a time. A failed call is logged.
 *
 * A nudge makes the next call come sooner; it is a hint, and the time between calls is what one
 * can rely on.
 */
export class Loop {
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  #isNudged = false;
  #wake = () => {};

  static start(options: LoopOptions) {
    return new Loop(options);
  }

  private constructor(options: LoopOptions) {
    this.#done = this.#run(options);
  }

  /** There may be something to do. */
  nudge(): void {
    this.#isNudged = true;
    this.#wake();
  }

  /** Resolves when the call that is running has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#done;
  }

  async #run({ name, everyMs, call, logger }: LoopOptions): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#isNudged = false;
      try {
        await call();
      } catch (error) {
        logger.error(`${name} failed: ${stringifyError(error)}`);
      }
      const gap = Math.min(NUDGE_GAP_MS, everyMs);
      await sleep(gap, undefined, { signal }).catch(() => {});
      await this.#nudgedOrAfter(everyMs - gap);
    }
  }

  async #nudgedOrAfter(ms: number): Promise<void> {
    if (this.#isNudged || this.#stopping.signal.aborted) {
      return;
    }
    const timer = new AbortController();
    this.#wake = () => timer.abort();
    await sleep(ms, undefined, { signal: timer.signal }).catch(() => {});
    this.#wake = () => {};
  }
}
