import { Knex } from 'knex';
import { FreezeRow } from '../freezeRow';

/**
 * Reads a freeze so that nobody else writes about it until the commit: entries of one stream come one after the other,
 * and what is decided about a freeze is decided about it as it is.
 */
export async function holdFreeze(
  tx: Knex.Transaction,
  id: string,
): Promise<FreezeRow | undefined> {
  const query = tx<FreezeRow>('freeze').where({ id });
  return tx.client.config.client === 'pg'
    ? query.forUpdate().first()
    : query.first();
}
