import { Knex } from 'knex';
import { databaseNow } from '../databaseNow';

/**
 * Takes the turn to list the catalog's policies, if it is due. By the database's clock, so that replicas whose own
 * clocks disagree still take turns. A turn that is further away than it can be is due, too: somebody set a clock back.
 */
export async function takeListingTurn(
  knex: Knex,
  options: { everyMs: number; isUrgent?: boolean },
): Promise<boolean> {
  const now = await databaseNow(knex);
  const { everyMs, isUrgent } = options;
  const row = await knex('policy_set')
    .where({ id: 1 })
    .first('next_listing_ms');
  const next = Number(row.next_listing_ms);
  if (!isUrgent && next > now && next <= now + everyMs) {
    return false;
  }
  const taken = await knex('policy_set')
    .where({ id: 1, next_listing_ms: next })
    .update({ next_listing_ms: now + everyMs })
    .returning('id');
  return taken.length === 1;
}
