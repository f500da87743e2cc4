import { Knex } from 'knex';

/** Groups of requests are of every size up to 32, and each size is a statement of its own in five tables. */
const CAPACITY = 400;

/** What of a connection of better-sqlite3 matters here. */
interface Connection {
  prepare(sql: string): unknown;
}

/**
 * Makes SQLite's connections prepare each statement once: the driver would do so every time, and for the wide inserts
 * of this plugin that takes longer than running them.
 *
 * A statement may be used again because it is always run to its end before anything else happens: the driver is
 * synchronous. SQLite itself prepares it anew when the schema has changed.
 */
export function rememberStatements(knex: Knex): void {
  // the first connection is there already, and another may take its place
  knex.client.pool.on(
    'acquireSuccess',
    (_event: number, connection: Connection) => remember(connection),
  );
}

const remembering = new WeakSet<Connection>();

function remember(connection: Connection): void {
  if (remembering.has(connection)) {
    return;
  }
  remembering.add(connection);
  const prepare = connection.prepare.bind(connection);
  const statements = new Map<string, unknown>();
  connection.prepare = sql => {
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = prepare(sql);
    statements.set(sql, statement);
    const [oldest] = statements.keys();
    if (statements.size > CAPACITY) {
      statements.delete(oldest);
    }
    return statement;
  };
}
