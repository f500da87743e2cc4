// @ts-check

/**
 * Drafts of policies, tried on recorded decisions.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('replay', table => {
    table.comment('A draft of policies, tried on recorded decisions');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('title', 200).notNullable();
    table.string('created_by', 255).nullable();
    table.text('audience').nullable().comment('JSON: entity refs');
    table.string('state', 16).notNullable();
    table.text('scope').notNullable().comment('JSON');
    table.text('draft', 'longtext').notNullable().comment('JSON');
    table.text('policies', 'longtext').notNullable().comment('JSON');
    table
      .string('base_digest', 64)
      .notNullable()
      .comment('Of the policies that decided when it was started');
    table
      .text('drafted', 'longtext')
      .notNullable()
      .comment('JSON: manifest under the draft, and the texts only it has');
    table
      .text('visible', 'longtext')
      .nullable()
      .comment('JSON: agents and targets that are looked at; null is all');
    table.integer('total').nullable();
    table.integer('done').notNullable();
    table.string('cursor_at', 24).nullable();
    table.string('cursor_id', 36).nullable();
    table.text('tally', 'longtext').nullable().comment('JSON: counts so far');
    table.text('report', 'longtext').nullable().comment('JSON');
    table.text('error').nullable();
    table.string('created_at', 24).notNullable();
    table.string('ended_at', 24).nullable();
    table.bigInteger('revision').notNullable();
    table
      .string('active_for', 255)
      .nullable()
      .unique('replay_active_uq')
      .comment('Who has it under way: one at a time');
    table
      .integer('slot')
      .nullable()
      .unique('replay_slot_uq')
      .comment('While it runs: so many run at a time');
    table.integer('attempt').notNullable().comment('How often it was taken up');
    table.string('lease_token', 36).nullable();
    table
      .bigInteger('lease_expires_ms')
      .nullable()
      .comment('Database clock, ms since 1970');
    table.index(['state', 'id'], 'replay_state_idx');
    table.index(['created_by', 'id'], 'replay_person_idx');
    table.index(['ended_at'], 'replay_age_idx');
  });

  await knex.schema.createTable('replay_flip', table => {
    table.comment('Recorded decisions that a draft would turn');
    table.string('replay_id', 36).notNullable();
    table.integer('seq').notNullable().comment('In the order of decisions');
    table.string('agent_ref', 255).notNullable();
    table.string('team_ref', 255).nullable();
    table.string('action_id', 255).notNullable();
    table.string('target_ref', 255).notNullable();
    table.string('kind', 16).notNullable();
    table.string('verdict_before', 8).notNullable();
    table.string('verdict_after', 8).notNullable();
    table.text('document', 'longtext').notNullable().comment('JSON');
    table.primary(['replay_id', 'seq'], 'replay_flip_pk');
  });

  await knex.schema.alterTable('decision', table => {
    table.index(['effective_at', 'id'], 'decision_time_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('decision', table => {
    table.dropIndex(['effective_at', 'id'], 'decision_time_idx');
  });
  await knex.schema.dropTable('replay_flip');
  await knex.schema.dropTable('replay');
};
