import { Knex } from 'knex';

/** Whether inserts that belong together are one statement on this database, and so need no transaction around them. */
export function insertsAreOneStatement(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * Runs inserts that belong together: all of them or, where the caller has a transaction or
 * {@link insertsAreOneStatement}, none. As one statement they are one way to the server instead of one each.
 */
export async function runInserts(
  knex: Knex,
  inserts: Knex.QueryBuilder[],
): Promise<void> {
  if (!insertsAreOneStatement(knex)) {
    for (const insert of inserts) {
      await insert;
    }
    return;
  }
  const [first, ...others] = inserts;
  await others.reduce(
    (statement, insert, index) => statement.with(`insert_${index}`, insert),
    first,
  );
}
