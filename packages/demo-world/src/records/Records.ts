import { Knex } from 'knex';
import { DEPLOYMENTS, RECORDS } from '../database/createTables';
import { Refusal } from '../Refusal';
import { seedRecords } from './seedRecords';

/** A fact about an entity, as this world would state it now. */
export interface Statement {
  entity: string;
  factType: string;
  value: unknown;
  /** ISO 8601. */
  observedAt: string;
  revision?: string;
}

interface RecordRow {
  entity: string;
  fact_type: string;
  value: string;
  observed_at: string | null;
  revision: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What this world knows about the entities of the portal's catalog. */
export class Records {
  readonly #knex: Knex;
  readonly #now: () => Date;

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  static async create(options: {
    knex: Knex;
    now: () => Date;
  }): Promise<Records> {
    const records = new Records(options.knex, options.now);
    await records.#seed();
    return records;
  }

  async list(): Promise<Statement[]> {
    const rows: RecordRow[] = await this.#knex(RECORDS).orderBy([
      'entity',
      'fact_type',
    ]);
    return [
      ...rows.map(row => this.#stateRecord(row)),
      ...(await this.#stateDeployments()),
    ];
  }

  async get(entity: string, factType: string): Promise<Statement | undefined> {
    const all = await this.list();
    return all.find(
      statement =>
        statement.entity === entity && statement.factType === factType,
    );
  }

  /** @throws Refusal when it is a fact that follows from what happened. */
  async put(record: {
    entity: string;
    factType: string;
    value: unknown;
    observedAt?: string;
  }): Promise<void> {
    const { entity, factType, value, observedAt } = record;
    if (factType === 'deployment') {
      throw new Refusal(400, 'What is deployed changes only by deploying');
    }
    if (value === undefined) {
      throw new Refusal(400, 'A record needs a "value"');
    }
    await this.#knex(RECORDS)
      .insert({
        entity,
        fact_type: factType,
        value: JSON.stringify(value),
        observed_at: observedAt ?? this.#now().toISOString(),
        revision: 1,
      })
      .onConflict(['entity', 'fact_type'])
      .merge({
        value: JSON.stringify(value),
        observed_at: observedAt ?? this.#now().toISOString(),
        revision: this.#knex.raw('?? + 1', [`${RECORDS}.revision`]),
      });
  }

  #stateRecord(row: RecordRow): Statement {
    return {
      entity: row.entity,
      factType: row.fact_type,
      value: JSON.parse(row.value),
      observedAt: row.observed_at ?? this.#now().toISOString(),
      revision: String(row.revision),
    };
  }

  async #stateDeployments(): Promise<Statement[]> {
    const rows: Array<{
      service: string;
      environment: string;
      version: string;
    }> = await this.#knex(DEPLOYMENTS).orderBy('id');
    const running = new Map<string, Record<string, string>>();
    for (const { service, environment, version } of rows) {
      running.set(service, { ...running.get(service), [environment]: version });
    }
    return [...running].map(([service, value]) => ({
      entity: `component:default/${service}`,
      factType: 'deployment',
      value,
      observedAt: this.#now().toISOString(),
    }));
  }

  /** Once; what was changed since is kept. */
  async #seed(): Promise<void> {
    const now = this.#now().getTime();
    await this.#knex(RECORDS)
      .insert(
        seedRecords.map(({ entity, factType, value, observedDaysAgo }) => ({
          entity,
          fact_type: factType,
          value: JSON.stringify(value),
          observed_at:
            observedDaysAgo === undefined
              ? null
              : new Date(now - observedDaysAgo * DAY_MS).toISOString(),
          revision: 1,
        })),
      )
      .onConflict(['entity', 'fact_type'])
      .ignore();
  }
}
