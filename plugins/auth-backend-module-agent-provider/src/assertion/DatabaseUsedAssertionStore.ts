import { createHash } from 'node:crypto';
import {
  DatabaseService,
  isDatabaseConflictError,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { UsedAssertionStore } from './UsedAssertionStore';

const PACKAGE = '@agentgov/backstage-plugin-auth-backend-module-agent-provider';
const TABLE = 'agent_assertion_jti';

/** Beside the table of the auth plugin, whose database this is. */
const MIGRATIONS_TABLE = 'knex_migrations_agent_provider';

type AssertionRow = { id: string; agent_ref: string; expires_at: Date };

/** Remembers used assertions in the database of the auth plugin, so that all replicas know them. */
export class DatabaseUsedAssertionStore implements UsedAssertionStore {
  readonly #db: Knex;

  static async create(options: { database: DatabaseService }) {
    const { database } = options;
    const db = await database.getClient();
    if (!database.migrations?.skip) {
      await db.migrate.latest({
        directory: resolvePackagePath(PACKAGE, 'migrations'),
        tableName: MIGRATIONS_TABLE,
      });
    }
    return new DatabaseUsedAssertionStore(db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async markUsed(assertion: {
    agentRef: string;
    jti: string;
    expiresAt: Date;
  }): Promise<boolean> {
    const { agentRef, jti, expiresAt } = assertion;
    try {
      await this.#db<AssertionRow>(TABLE).insert({
        id: identify(agentRef, jti),
        agent_ref: agentRef,
        expires_at: expiresAt,
      });
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return false;
      }
      throw error;
    }
  }

  async forgetExpired(options: { before: Date }): Promise<void> {
    await this.#db<AssertionRow>(TABLE)
      .where('expires_at', '<', options.before)
      .delete();
  }
}

/** A jti is unique only to its agent, and may contain anything. */
function identify(agentRef: string, jti: string): string {
  return createHash('sha256')
    .update(JSON.stringify([agentRef, jti]))
    .digest('hex');
}
