import { Knex } from 'knex';
import { databaseNow } from './databaseNow';

/**
 * The time everything is decided, held and frozen by: the database's.
 *
 * Replicas whose own clocks disagree would otherwise disagree on whether a freeze is over or a
 * deadline has passed. The difference is measured now and then; between two measurements the
 * process's own clock carries on from there.
 */
export class DatabaseClock {
  readonly #knex: Knex;
  readonly #processNow: () => number;
  #offsetMs = 0;

  /** Measures once before it returns. */
  static async create(options: {
    knex: Knex;
    processNow?: () => number;
  }): Promise<DatabaseClock> {
    const clock = new DatabaseClock(options);
    await clock.measure();
    return clock;
  }

  private constructor(options: { knex: Knex; processNow?: () => number }) {
    this.#knex = options.knex;
    this.#processNow = options.processNow ?? Date.now;
  }

  now(): Date {
    return new Date(this.#processNow() + this.#offsetMs);
  }

  /**
   * Compares the two clocks anew.
   *
   * @returns how far the database is ahead of the process, in milliseconds
   */
  async measure(): Promise<number> {
    const before = this.#processNow();
    const database = await databaseNow(this.#knex);
    const after = this.#processNow();
    this.#offsetMs = Math.round(database - (before + after) / 2);
    return this.#offsetMs;
  }
}
