import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { CalendarRow, fromCalendarRow } from './calendarRow';
import { FreezeExceptionRow, fromExceptionRow } from './freezeExceptionRow';
import { FreezeRow, fromFreezeRow } from './freezeRow';
import {
  FreezeInReach,
  FreezeStore,
  StoredCalendar,
  StoredFreeze,
  StoredFreezeException,
} from './FreezeStore';
import { approveFreezeException } from './operations/approveFreezeException';
import { endFreeze } from './operations/endFreeze';
import { endFreezeException } from './operations/endFreezeException';
import { insertFreeze } from './operations/insertFreeze';
import { insertFreezeException } from './operations/insertFreezeException';
import { readFreezesInReach } from './operations/readFreezesInReach';
import { saveCalendar } from './operations/saveCalendar';
import { takeOverCalendar } from './operations/takeOverCalendar';
import { readTogether } from './readTogether';
import { transact } from './transact';

/** Freezes in the plugin's database. A freeze covers the half-open time from `from` to `to`. */
export class DatabaseFreezeStore implements FreezeStore {
  readonly #knex: Knex;
  readonly #readInReach: (now: Date) => Promise<FreezeInReach[]>;

  static create(options: { knex: Knex }) {
    return new DatabaseFreezeStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
    this.#readInReach = readTogether(moments =>
      readFreezesInReach(options.knex, moments),
    );
  }

  async create(freezes: StoredFreeze[]): Promise<void> {
    await this.#knex.transaction(async tx => {
      for (const freeze of freezes) {
        await insertFreeze(tx, freeze);
      }
    });
  }

  async end(
    options: Parameters<FreezeStore['end']>[0],
  ): Promise<StoredFreeze | undefined> {
    const row = await transact(this.#knex, tx => endFreeze(tx, options));
    return row && fromFreezeRow(row);
  }

  async get(id: string): Promise<StoredFreeze | undefined> {
    const row = await this.#freezes().where({ id }).first();
    return row && fromFreezeRow(row);
  }

  async inReach(now: Date): Promise<FreezeInReach[]> {
    return this.#readInReach(now);
  }

  async between(
    options: Parameters<FreezeStore['between']>[0],
  ): Promise<StoredFreeze[]> {
    const query = this.#freezes()
      .where('to_at', '>', options.from.toISOString())
      .where('from_at', '<', options.to.toISOString())
      .orderBy([{ column: 'from_at' }, { column: 'id' }])
      .limit(options.limit);
    if (!options.ended) {
      query.whereNull('ended_at');
    }
    if (options.covering) {
      query.where(covering(options.covering));
    }
    return (await query).map(fromFreezeRow);
  }

  async list(options: {
    covering?: string[];
    state?: Array<Freeze['state']>;
    now: Date;
    after?: string;
    limit: number;
  }): Promise<StoredFreeze[]> {
    const at = options.now.toISOString();
    const query = this.#freezes().orderBy('id', 'desc').limit(options.limit);
    if (options.covering) {
      query.where(covering(options.covering));
    }
    const { state, after } = options;
    if (state) {
      query.where(any => {
        any.whereRaw('1 = 0');
        state.forEach(one => any.orWhere(mayBeInState(one, at)));
      });
    }
    if (after !== undefined) {
      query.where('id', '<', after);
    }
    return (await query).map(fromFreezeRow);
  }

  async byEvent(options: {
    uids: string[];
    now: Date;
  }): Promise<StoredFreeze[]> {
    const rows = await this.#freezes()
      .whereIn('event_uid', options.uids)
      .whereNull('calendar_id')
      .whereNull('ended_at')
      .where('to_at', '>', options.now.toISOString());
    return rows.map(fromFreezeRow);
  }

  async ask(exception: StoredFreezeException): Promise<void> {
    await this.#knex.transaction(tx => insertFreezeException(tx, exception));
  }

  async approve(
    options: Parameters<FreezeStore['approve']>[0],
  ): Promise<StoredFreezeException | undefined> {
    const row = await transact(this.#knex, tx =>
      approveFreezeException(tx, options),
    );
    return row && fromExceptionRow(row);
  }

  async endException(
    options: Parameters<FreezeStore['endException']>[0],
  ): Promise<StoredFreezeException | undefined> {
    const row = await transact(this.#knex, tx =>
      endFreezeException(tx, options),
    );
    return row && fromExceptionRow(row);
  }

  async exception(id: string): Promise<StoredFreezeException | undefined> {
    const row = await this.#exceptions().where({ id }).first();
    return row && fromExceptionRow(row);
  }

  async exceptions(freezeIds: string[]): Promise<StoredFreezeException[]> {
    const rows = await this.#exceptions()
      .whereIn('freeze_id', freezeIds)
      .orderBy('id', 'desc');
    return rows.map(fromExceptionRow);
  }

  async calendars(): Promise<StoredCalendar[]> {
    const rows = await this.#knex<CalendarRow>('freeze_calendar').orderBy('id');
    return rows.map(fromCalendarRow);
  }

  async takeOver(
    options: Parameters<FreezeStore['takeOver']>[0],
  ): Promise<boolean> {
    return Boolean(
      await transact(this.#knex, tx => takeOverCalendar(tx, options)),
    );
  }

  async noteCalendar(calendar: StoredCalendar): Promise<boolean> {
    return saveCalendar(this.#knex, calendar);
  }

  #freezes() {
    return this.#knex<FreezeRow>('freeze');
  }

  #exceptions() {
    return this.#knex<FreezeExceptionRow>('freeze_exception');
  }
}

function covering(entityRefs: string[]) {
  return (query: Knex.QueryBuilder) =>
    query
      .whereNull('scope_entity_ref')
      .orWhereIn('scope_entity_ref', entityRefs);
}

/** The conditions of the state of a freeze, for the database; one that comes back is planned or in force. */
function mayBeInState(state: Freeze['state'], at: string) {
  return (query: Knex.QueryBuilder) => {
    if (state === 'ended-early') {
      return query.whereNotNull('ended_at');
    }
    query.whereNull('ended_at');
    switch (state) {
      case 'planned':
        return query
          .where('to_at', '>', at)
          .where(either =>
            either.where('from_at', '>', at).orWhereNotNull('recurrence'),
          );
      case 'in-force':
        return query.where('from_at', '<=', at).where('to_at', '>', at);
      default:
        return query.where('to_at', '<=', at);
    }
  };
}
