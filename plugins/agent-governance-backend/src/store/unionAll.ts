import { Knex } from 'knex';

/** One row of a select that is made for many keys at once. */
export type KeyedRow = Record<string, string | number | null>;

/**
 * Runs one select for each of the keys, as one statement.
 *
 * The text depends on the number of keys alone, so that the database plans each size once.
 *
 * @param options - `select`: gives one row, with `?` for each binding
 * @returns the rows in the order of the keys
 */
export async function unionAll(
  knex: Knex,
  options: { select: string; bindings: Knex.RawBinding[][] },
): Promise<KeyedRow[]> {
  const { select, bindings } = options;
  const text = bindings
    .map((_, index) => `select ${index} as item, one.* from (${select}) as one`)
    .join(' union all ');
  const answer = await knex.raw(text, bindings.flat());
  const rows: KeyedRow[] = answer.rows ?? answer;
  const inOrder = new Array<KeyedRow>(bindings.length);
  for (const row of rows) {
    inOrder[Number(row.item)] = row;
  }
  return inOrder;
}
