import { Knex } from 'knex';
import { insertsAreOneStatement, runInserts } from './runInserts';

/** How many share a transaction at most: on SQLite nothing else runs meanwhile. */
const MAX_GROUP = 32;

interface Waiting<T> {
  item: T;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Writes what comes in while the last transaction was being committed together, in one transaction.
 *
 * Whoever comes alone waits for one turn of the event loop. Each caller is answered once its own
 * item is committed, and fails alone: what cannot be written together is written one by one.
 */
export class GroupCommit<T> {
  readonly #knex: Knex;
  readonly #inserts: (knex: Knex, items: T[]) => Knex.QueryBuilder[];
  readonly #waiting: Waiting<T>[] = [];
  #isWriting = false;

  /** @param options - `inserts`: an item that was written before must make one of them fail */
  static create<T>(options: {
    knex: Knex;
    inserts: (knex: Knex, items: T[]) => Knex.QueryBuilder[];
  }) {
    return new GroupCommit(options);
  }

  private constructor(options: {
    knex: Knex;
    inserts: (knex: Knex, items: T[]) => Knex.QueryBuilder[];
  }) {
    this.#knex = options.knex;
    this.#inserts = options.inserts;
  }

  /** Resolves when the item is committed. */
  async add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#isWriting) {
        this.#writeAll();
      }
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      // SQLite answers without ever letting go of the thread: this lets those come who are on their way
      await new Promise(resolve => setImmediate(resolve));
      await this.#commit(() => this.#waiting.splice(0, MAX_GROUP));
    }
    this.#isWriting = false;
  }

  /** @param take - called once there is a connection: whoever came while waiting for it comes along */
  async #commit(take: () => Waiting<T>[]): Promise<void> {
    let group: Waiting<T>[] | undefined;
    try {
      await this.#atomically(async knex => {
        group = take();
        const items = group.map(({ item }) => item);
        await runInserts(knex, this.#inserts(knex, items));
      });
      group!.forEach(({ resolve }) => resolve());
    } catch (error) {
      const failed = group ?? take();
      if (failed.length === 1) {
        failed[0].reject(error);
        return;
      }
      for (const alone of failed) {
        await this.#commit(() => [alone]);
      }
    }
  }

  async #atomically(work: (knex: Knex) => Promise<void>): Promise<void> {
    await (insertsAreOneStatement(this.#knex)
      ? work(this.#knex)
      : this.#knex.transaction(work));
  }
}
