import { Knex } from 'knex';

/** Rolls a transaction back that lost a race; never leaves this file. */
class LostRace extends Error {}

/**
 * Runs one transition: commits when `work` returns something, and rolls everything back when it
 * returns `undefined` or `false`, because somebody else was first.
 */
export async function transact<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T | undefined | false>,
): Promise<T | undefined> {
  try {
    return await knex.transaction(async tx => {
      const result = await work(tx);
      if (result === undefined || result === false) {
        throw new LostRace();
      }
      return result;
    });
  } catch (error) {
    if (error instanceof LostRace) {
      return undefined;
    }
    throw error;
  }
}
