import { Knex } from 'knex';

/**
 * The database's clock in milliseconds since 1970. Leases are measured with it alone, so that
 * workers whose own clocks disagree still agree on who holds what.
 */
export async function databaseNow(knex: Knex): Promise<number> {
  const answer = await knex.raw(`select ${nowIn(knex)} as ms`);
  const [row] = answer.rows ?? answer;
  return Number(row.ms);
}

/** So many milliseconds from now on the same clock, as a value of a statement. */
export function databaseNowPlus(knex: Knex, ms: number): Knex.Raw {
  return knex.raw(`${nowIn(knex)} + ?`, [ms]);
}

function nowIn(knex: Knex): string {
  return knex.client.config.client === 'pg'
    ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : `cast((julianday('now') - 2440587.5) * 86400000 as integer)`;
}
