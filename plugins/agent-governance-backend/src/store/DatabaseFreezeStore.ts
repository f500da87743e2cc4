import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { FreezeRow, fromFreezeRow } from './freezeRow';
import { FreezeStore, StoredFreeze } from './FreezeStore';
import { endFreeze } from './operations/endFreeze';
import { insertFreeze } from './operations/insertFreeze';

/** Freezes in the plugin's database. A freeze covers the half-open time from `from` to `to`. */
export class DatabaseFreezeStore implements FreezeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseFreezeStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async create(freeze: StoredFreeze): Promise<void> {
    await this.#knex.transaction(tx => insertFreeze(tx, freeze));
  }

  async end(options: {
    id: string;
    revision: number;
    endedBy: string;
    comment?: string;
    now: Date;
  }): Promise<StoredFreeze | undefined> {
    const row = await this.#knex.transaction(tx => endFreeze(tx, options));
    return row && fromFreezeRow(row);
  }

  async get(id: string): Promise<StoredFreeze | undefined> {
    const row = await this.#knex<FreezeRow>('freeze').where({ id }).first();
    return row && fromFreezeRow(row);
  }

  async inForce(options: {
    environment: string;
    now: Date;
  }): Promise<StoredFreeze[]> {
    const rows = await this.#knex<FreezeRow>('freeze')
      .where(inState('in-force', options.now.toISOString()))
      .where(query =>
        query
          .whereNull('scope_environment')
          .orWhere('scope_environment', options.environment),
      )
      .orderBy('id');
    return rows.map(fromFreezeRow);
  }

  async upcoming(options: {
    entityRefs: string[];
    now: Date;
    until: Date;
    limit: number;
  }): Promise<StoredFreeze[]> {
    const rows = await this.#knex<FreezeRow>('freeze')
      .where(covering(options.entityRefs))
      .whereNull('ended_at')
      .where('to_at', '>', options.now.toISOString())
      .where('from_at', '<=', options.until.toISOString())
      .orderBy([{ column: 'from_at' }, { column: 'id' }])
      .limit(options.limit);
    return rows.map(fromFreezeRow);
  }

  async list(options: {
    covering?: string[];
    state?: Array<Freeze['state']>;
    now: Date;
    after?: string;
    limit: number;
  }): Promise<StoredFreeze[]> {
    const at = options.now.toISOString();
    const query = this.#knex<FreezeRow>('freeze')
      .orderBy('id', 'desc')
      .limit(options.limit);
    if (options.covering) {
      query.where(covering(options.covering));
    }
    const { state, after } = options;
    if (state) {
      query.where(any => {
        any.whereRaw('1 = 0');
        state.forEach(one => any.orWhere(inState(one, at)));
      });
    }
    if (after !== undefined) {
      query.where('id', '<', after);
    }
    return (await query).map(fromFreezeRow);
  }
}

function covering(entityRefs: string[]) {
  return (query: Knex.QueryBuilder) =>
    query
      .whereNull('scope_entity_ref')
      .orWhereIn('scope_entity_ref', entityRefs);
}

/** The conditions of {@link freezeState}, for the database. */
function inState(state: Freeze['state'], at: string) {
  return (query: Knex.QueryBuilder) => {
    if (state === 'ended-early') {
      return query.whereNotNull('ended_at');
    }
    query.whereNull('ended_at');
    switch (state) {
      case 'planned':
        return query.where('from_at', '>', at);
      case 'in-force':
        return query.where('from_at', '<=', at).where('to_at', '>', at);
      default:
        return query.where('to_at', '<=', at);
    }
  };
}
