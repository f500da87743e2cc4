import { Knex } from 'knex';

export const EFFECTS = 'effects';
export const ANSWERS = 'answers';
export const DEPLOYMENTS = 'deployments';
export const RECORDS = 'records';
export const HEALTH = 'health';
export const INCIDENTS = 'incidents';
export const ROLLOUTS = 'rollouts';

const tables: Record<string, (table: Knex.CreateTableBuilder) => void> = {
  /** What was asked, in order: the oracle of every "exactly once" test. */
  [EFFECTS]: table => {
    table.increments('id');
    table.string('key').notNullable().index();
    table.integer('epoch');
    table.string('what').notNullable();
    table.text('body').notNullable();
    table.string('outcome').notNullable();
    table.string('at').notNullable();
  },
  /** The first answer to each key; repeats get it again. */
  [ANSWERS]: table => {
    table.string('key').primary();
    table.string('fingerprint').notNullable();
    table.text('answer').notNullable();
  },
  [DEPLOYMENTS]: table => {
    table.increments('id');
    table.string('service').notNullable();
    table.string('environment').notNullable();
    table.string('version').notNullable();
    table.string('at').notNullable();
    table.index(['service', 'environment']);
  },
  /** Facts about catalog entities that this world keeps; no `observed_at` means it looks at them all the time. */
  [RECORDS]: table => {
    table.string('entity').notNullable();
    table.string('fact_type').notNullable();
    table.text('value').notNullable();
    table.string('observed_at');
    table.integer('revision').notNullable();
    table.primary(['entity', 'fact_type']);
  },
  [HEALTH]: table => {
    table.string('entity').primary();
    table.string('status').notNullable();
  },
  [INCIDENTS]: table => {
    table.string('id').primary();
    table.string('entity').notNullable();
    table.string('title').notNullable();
    table.string('severity').notNullable();
    table.string('opened_at').notNullable();
    table.boolean('resolved').notNullable();
  },
  /** Under way, started by somebody who did not ask the portal. */
  [ROLLOUTS]: table => {
    table.string('id').primary();
    table.string('entity').notNullable();
    table.string('environment').notNullable();
    table.string('started_at').notNullable();
  },
};

export async function createTables(knex: Knex): Promise<void> {
  for (const [name, describe] of Object.entries(tables)) {
    if (!(await knex.schema.hasTable(name))) {
      await knex.schema.createTable(name, describe);
    }
  }
}
