// @ts-check

/**
 * Policy documents of the catalog as they decide. Their texts are sealed documents, kept by digest.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('agent_policy', table => {
    table.comment('What is known of each policy, and what of it decides');
    table.string('policy_ref', 255).primary();
    table.string('state', 24).notNullable();
    table
      .string('standing', 16)
      .nullable()
      .comment('As what its text decides; null when it does not');
    table.string('title', 255).notNullable();
    table.string('owner_ref', 255).nullable().comment('Null if unreadable');
    table.string('level', 16).nullable().comment('Null if unreadable');
    table.string('mode', 16).nullable().comment('Null if unreadable');
    table
      .string('text_digest', 64)
      .nullable()
      .comment('The normalised text that decides');
    table
      .string('source_digest', 64)
      .nullable()
      .comment('What the catalog held when it was last looked at');
    table
      .text('held_scope', 'longtext')
      .nullable()
      .comment('What is held because no text of it was ever good, JSON');
    table.text('because').notNullable().comment('Why it is in this state');
    table.text('problems', 'longtext').notNullable().comment('JSON');
    table
      .text('checkpoints', 'longtext')
      .notNullable()
      .comment('Whether there are people enough, JSON');
    table.text('origin_location').nullable();
    table.string('entity_uid', 64).nullable();
    table.bigInteger('revision').notNullable();
    table.string('changed_at', 24).notNullable();
    table.index(['state', 'policy_ref'], 'agent_policy_state_idx');
  });

  await knex.schema.createTable('policy_set', table => {
    table.comment('One row; its revision says which policies decide');
    table.integer('id').primary().comment('Always 1');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows whenever something about the deciding policies changes');
    table
      .string('listed_at', 24)
      .nullable()
      .comment('When all of them were last listed; null before the first time');
    table
      .bigInteger('next_listing_ms')
      .notNullable()
      .comment('Database clock, ms since 1970: one replica lists at a time');
  });
  await knex('policy_set').insert({
    id: 1,
    revision: 1,
    listed_at: null,
    next_listing_ms: 0,
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_set');
  await knex.schema.dropTable('agent_policy');
};
