import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/** Calls something again and again until stopped, one call at a time. A failed call is logged. */
export class Loop {
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  static start(options: {
    name: string;
    everyMs: number;
    call: () => Promise<void>;
    logger: LoggerService;
  }) {
    return new Loop(options);
  }

  private constructor(options: {
    name: string;
    everyMs: number;
    call: () => Promise<void>;
    logger: LoggerService;
  }) {
    this.#done = this.#run(options);
  }

  /** Resolves when the call that is running has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(options: {
    name: string;
    everyMs: number;
    call: () => Promise<void>;
    logger: LoggerService;
  }): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await options.call();
      } catch (error) {
        options.logger.error(
          `${options.name} failed: ${stringifyError(error)}`,
        );
      }
      await sleep(options.everyMs, undefined, { signal }).catch(() => {});
    }
  }
}
