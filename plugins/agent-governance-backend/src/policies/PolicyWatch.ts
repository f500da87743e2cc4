import { PolicyStore } from '../store/PolicyStore';

/**
 * Looks at the catalog's policies when it is this replica's turn. All replicas decide by what is stored, so one that looks
 * is enough; another takes the next turn when it dies.
 */
export class PolicyWatch {
  readonly #loader: { load(): Promise<number> };
  readonly #store: Pick<PolicyStore, 'takeTurn'>;
  readonly #everyMs: number;
  #isUrgent = false;

  static create(options: {
    loader: { load(): Promise<number> };
    store: Pick<PolicyStore, 'takeTurn'>;
    everyMs: number;
  }) {
    return new PolicyWatch(options);
  }

  private constructor(options: {
    loader: { load(): Promise<number> };
    store: Pick<PolicyStore, 'takeTurn'>;
    everyMs: number;
  }) {
    this.#loader = options.loader;
    this.#store = options.store;
    this.#everyMs = options.everyMs;
  }

  /** Somebody says that a policy changed: the next look does not wait for its turn. A hint, never needed. */
  hurry(): void {
    this.#isUrgent = true;
  }

  /** @throws ServiceUnavailableError when the catalog cannot be listed; what is stored goes on deciding */
  async look(): Promise<void> {
    const isUrgent = this.#isUrgent;
    this.#isUrgent = false;
    const everyMs = this.#everyMs;
    if (await this.#store.takeTurn({ everyMs, isUrgent })) {
      await this.#loader.load();
    }
  }
}
