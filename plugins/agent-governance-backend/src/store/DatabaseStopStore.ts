import { Knex } from 'knex';
import { StopRow, fromStopRow } from './stopRow';
import { StopStore, StoredStop } from './StopStore';

/** Stops in the plugin's database. */
export class DatabaseStopStore implements StopStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseStopStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async inForce(options: {
    agentRef: string;
    actionId: string;
  }): Promise<StoredStop[]> {
    const { agentRef, actionId } = options;
    const rows = await this.#knex<StopRow>('stop')
      .whereNull('released_at')
      .where(query =>
        query
          .whereIn('scope_kind', ['everything', 'target'])
          .orWhereIn('scope_ref', [agentRef, actionId]),
      )
      .orderBy('id');
    return rows.map(fromStopRow);
  }
}
