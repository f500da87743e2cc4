import { Knex } from 'knex';
import {
  ConditionReportRow,
  ConditionSourceRow,
  fromConditionReportRow,
  fromConditionSourceRow,
} from './conditionRows';
import {
  ConditionReading,
  ConditionStore,
  HeardSource,
  RecordedOutcome,
  StoredConditionReport,
} from './ConditionStore';
import { forgetConditions } from './operations/forgetConditions';
import { ConditionKey, readConditions } from './operations/readConditions';
import {
  RecordConditionsOptions,
  recordConditions,
} from './operations/recordConditions';
import { readTogether } from './readTogether';

/** What sources report, in the plugin's database. */
export class DatabaseConditionStore implements ConditionStore {
  readonly #knex: Knex;
  readonly #read: (key: ConditionKey) => Promise<ConditionReading>;

  static create(options: { knex: Knex }) {
    return new DatabaseConditionStore(options);
  }

  private constructor(options: { knex: Knex }) {
    const { knex } = options;
    this.#knex = knex;
    this.#read = readTogether(keys => readConditions(knex, keys));
  }

  async record(
    options: RecordConditionsOptions,
  ): Promise<{ outcomes: RecordedOutcome[]; changed: boolean }> {
    return this.#knex.transaction(tx => recordConditions(tx, options));
  }

  async read(key: ConditionKey): Promise<ConditionReading> {
    return this.#read(key);
  }

  async sources(): Promise<HeardSource[]> {
    const rows = await this.#knex<ConditionSourceRow>(
      'condition_source',
    ).orderBy('id');
    return rows.map(fromConditionSourceRow);
  }

  async countCurrent(): Promise<Map<string, number>> {
    const rows: Array<{ source_id: string; current: number | string }> =
      await this.#knex('condition_report')
        .where({ ended: false })
        .groupBy('source_id')
        .select('source_id')
        .count('* as current');
    return new Map(rows.map(row => [row.source_id, Number(row.current)]));
  }

  async unmatched(limit: number): Promise<StoredConditionReport[]> {
    const rows = await this.#knex<ConditionReportRow>('condition_report')
      .whereNotNull('unmatched')
      .where({ ended: false })
      .orderBy('received_at', 'desc')
      .limit(limit);
    return rows.map(fromConditionReportRow);
  }

  async sweep(options: { before: Date; now: Date }): Promise<void> {
    const before = options.before.toISOString();
    await this.#knex('condition_delivery')
      .where('expires_at', '<=', options.now.toISOString())
      .delete();
    await this.#knex.transaction(tx => forgetConditions(tx, before));
  }
}
