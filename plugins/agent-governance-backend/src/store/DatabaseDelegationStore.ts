import { Knex } from 'knex';
import { DelegationRow, fromDelegationRow } from './delegationRow';
import { DelegationStore, StoredDelegation } from './DelegationStore';
import { grantDelegation } from './operations/grantDelegation';
import {
  inForceAt,
  voidRequestsUnderEnded,
} from './operations/requestsUnderDelegation';
import { revokeDelegation } from './operations/revokeDelegation';
import { transact } from './transact';

/** Delegations in the plugin's database. */
export class DatabaseDelegationStore implements DelegationStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseDelegationStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async grant(delegation: StoredDelegation): Promise<void> {
    await this.#knex.transaction(tx => grantDelegation(tx, delegation));
  }

  async revoke(
    options: Parameters<DelegationStore['revoke']>[0],
  ): Promise<StoredDelegation | undefined> {
    const row = await transact(this.#knex, tx => revokeDelegation(tx, options));
    return row && fromDelegationRow(row);
  }

  async get(id: string): Promise<StoredDelegation | undefined> {
    const row = await this.#delegations().where({ id }).first();
    return row && fromDelegationRow(row);
  }

  async list(
    options: Parameters<DelegationStore['list']>[0],
  ): Promise<StoredDelegation[]> {
    const { agentRef, grantedBy, state, now, after, limit } = options;
    const query = this.#delegations().orderBy('id', 'desc').limit(limit);
    if (agentRef !== undefined) {
      query.where({ agent_ref: agentRef });
    }
    if (grantedBy !== undefined) {
      query.where({ granted_by: grantedBy });
    }
    if (after !== undefined) {
      query.where('id', '<', after);
    }
    switch (state) {
      case 'active':
        query.where(inForceAt(now));
        break;
      case 'expired':
        query
          .whereNull('revoked_at')
          .where('until_at', '<=', now.toISOString());
        break;
      case 'revoked':
        query.whereNotNull('revoked_at');
        break;
      default:
    }
    return (await query).map(fromDelegationRow);
  }

  async voidRequests(options: { now: Date; limit: number }): Promise<number> {
    return this.#knex.transaction(tx => voidRequestsUnderEnded(tx, options));
  }

  #delegations() {
    return this.#knex<DelegationRow>('delegation');
  }
}
