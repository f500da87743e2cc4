import { Knex } from 'knex';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { rememberStatements } from './rememberStatements';

/**
 * Write-ahead log, in pages of 4 KiB, before it is taken over into the database: at SQLite's own 1,000 the same pages
 * are written again several times a second.
 */
const CHECKPOINT_PAGES = 8_000;

/**
 * Makes the database ready: tables, and on SQLite a journal that is quick *and* durable.
 *
 * The platform opens SQLite with a rollback journal, which costs several syncs a commit. WAL
 * costs one; but a reopened WAL database drops to `synchronous=NORMAL`, which may lose the last
 * commits of a record that must lose none, so both are set each time.
 */
export async function openDatabase(options: {
  knex: Knex;
  skipMigrations: boolean;
}): Promise<void> {
  const { knex, skipMigrations } = options;
  if (knex.client.config.client !== 'pg') {
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = FULL');
    await knex.raw(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  }
  if (!skipMigrations) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@agentgov/backstage-plugin-agent-governance-backend',
        'migrations',
      ),
    });
  }
  if (knex.client.config.client !== 'pg') {
    rememberStatements(knex);
  }
}
