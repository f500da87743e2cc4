import { createHash } from 'node:crypto';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AssertionUse } from './ParsedAssertion';
import { UsedAssertionStore } from './UsedAssertionStore';

const TABLE = 'agent_assertion_jti';

type AssertionRow = { id: string; agent_ref: string; expires_at: Date };

/** Remembers used assertions in the database of the auth plugin, so that all replicas know them. */
export class DatabaseUsedAssertionStore implements UsedAssertionStore {
  readonly #db: Knex;

  static create(options: { db: Knex }) {
    return new DatabaseUsedAssertionStore(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async markUsed(
    assertion: AssertionUse & { agentRef: string },
  ): Promise<boolean> {
    const { agentRef, issuer, jti, expiresAt } = assertion;
    try {
      await this.#db<AssertionRow>(TABLE).insert({
        id: identify(issuer, jti),
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

/** A jti is unique only to its issuer, and may contain anything. */
function identify(issuer: string, jti: string): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, jti]))
    .digest('hex');
}
