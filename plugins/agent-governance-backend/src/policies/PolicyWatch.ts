import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { PolicyStore } from '../store/PolicyStore';

/**
 * Looks at the catalog's policies when it is this replica's turn. All replicas decide by what is stored, so one that looks
 * is enough; another takes the next turn when it dies.
 */
export class PolicyWatch {
  readonly #loader: { load(): Promise<number> };
  readonly #store: Pick<PolicyStore, 'takeTurn'>;
  readonly #everyMs: number;
  readonly #logger: LoggerService;
  #isUrgent = false;
  #isFailing = false;

  static create(options: {
    loader: { load(): Promise<number> };
    store: Pick<PolicyStore, 'takeTurn'>;
    everyMs: number;
    logger: LoggerService;
  }) {
    return new PolicyWatch(options);
  }

  private constructor(options: {
    loader: { load(): Promise<number> };
    store: Pick<PolicyStore, 'takeTurn'>;
    everyMs: number;
    logger: LoggerService;
  }) {
    this.#loader = options.loader;
    this.#store = options.store;
    this.#everyMs = options.everyMs;
    this.#logger = options.logger;
  }

  /** Somebody says that a policy changed: the next look does not wait for its turn. A hint, never needed. */
  hurry(): void {
    this.#isUrgent = true;
  }

  /** Where the catalog cannot be listed, what is stored goes on deciding; that it cannot is said once. */
  async look(): Promise<void> {
    const isUrgent = this.#isUrgent;
    this.#isUrgent = false;
    const everyMs = this.#everyMs;
    if (!(await this.#store.takeTurn({ everyMs, isUrgent }))) {
      return;
    }
    try {
      await this.#loader.load();
    } catch (error) {
      if (!this.#isFailing) {
        this.#isFailing = true;
        this.#logger.warn(
          `Policies go on as they were last seen: ${stringifyError(error)}`,
        );
      }
      return;
    }
    if (this.#isFailing) {
      this.#isFailing = false;
      this.#logger.info('The catalog’s policies can be listed again');
    }
  }
}
