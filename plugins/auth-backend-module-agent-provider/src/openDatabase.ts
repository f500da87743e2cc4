import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const PACKAGE = '@agentgov/backstage-plugin-auth-backend-module-agent-provider';
/** Beside the table of the auth plugin, whose database this is. */
const MIGRATIONS_TABLE = 'knex_migrations_agent_provider';

/** Opens the database of the auth plugin, with the tables of this module in it. */
export async function openDatabase(options: {
  database: DatabaseService;
}): Promise<Knex> {
  const { database } = options;
  const db = await database.getClient();
  if (!database.migrations?.skip) {
    await db.migrate.latest({
      directory: resolvePackagePath(PACKAGE, 'migrations'),
      tableName: MIGRATIONS_TABLE,
    });
  }
  return db;
}
