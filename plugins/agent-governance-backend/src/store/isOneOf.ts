import { Knex } from 'knex';

/**
 * A condition that a column has one of these values, in a statement whose text does not depend on how many there are:
 * the database plans it once.
 */
export function isOneOf(
  knex: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return knex.client.config.client === 'pg'
    ? knex.raw('?? = any(?)', [column, [...values]])
    : knex.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}
