import { Knex } from 'knex';

/** Reads the epoch that decisions are compared against. */
export async function readEpoch(knex: Knex): Promise<number> {
  const row = await knex('governance_epoch').where({ id: 1 }).first('epoch');
  return Number(row.epoch);
}

/**
 * Says that something decisions depend on has changed: freezes, stops, reviews, policy.
 * A claim that decided before this commits afterwards with a stale epoch, and is refused.
 *
 * @returns the epoch that begins with this transaction's commit
 */
export async function bumpEpoch(tx: Knex.Transaction): Promise<number> {
  const [row] = await tx('governance_epoch')
    .where({ id: 1 })
    .update({ epoch: tx.raw('epoch + 1') })
    .returning('epoch');
  return Number(row.epoch);
}

/**
 * Whether nothing decisions depend on has changed since `epoch` was read. Holds the row until
 * commit, so that a change either came before and is seen, or waits and comes after.
 */
export async function epochIsStill(
  tx: Knex.Transaction,
  epoch: number,
): Promise<boolean> {
  const query = tx('governance_epoch').where({ id: 1 });
  const row = await (tx.client.config.client === 'pg'
    ? query.forShare().first('epoch')
    : query.first('epoch'));
  return Number(row.epoch) === epoch;
}
