import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import createKnex, { Knex } from 'knex';
import { createTables } from './createTables';

/** Opens the demo world's one database file, and makes it on the first day. */
export async function openDatabase(file: string): Promise<Knex> {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true });
  }
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: makeDurable },
  });
  await createTables(knex);
  return knex;
}

/** A reopened WAL database falls back to NORMAL, which may forget the last effects in a power cut. */
function makeDurable(
  connection: { pragma(statement: string): unknown },
  done: (error: Error | undefined, connection: unknown) => void,
) {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  done(undefined, connection);
}
