import { Knex } from 'knex';

/**
 * The database's clock in milliseconds since 1970. Leases are measured with it alone, so that
 * workers whose own clocks disagree still agree on who holds what.
 */
export async function databaseNow(knex: Knex): Promise<number> {
  if (knex.client.config.client === 'pg') {
    const { rows } = await knex.raw(
      'select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms',
    );
    return Number(rows[0].ms);
  }
  const [row] = await knex.raw(
    `select cast((julianday('now') - 2440587.5) * 86400000 as integer) as ms`,
  );
  return Number(row.ms);
}
