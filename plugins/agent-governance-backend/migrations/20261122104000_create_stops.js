// @ts-check

/**
 * Stops, and who approved releasing them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('stop', table => {
    table.comment('A brake a person pulled; in force until it is released');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('scope_kind', 16).notNullable();
    table.string('scope_ref', 255).nullable();
    table.string('scope_on', 255).nullable();
    table
      .string('scope_key', 64)
      .notNullable()
      .comment('Digest of the scope: one of each in force at a time');
    table.text('reason').notNullable();
    table.string('pulled_by', 255).notNullable();
    table.string('pulled_at', 24).notNullable();
    table
      .integer('quorum')
      .notNullable()
      .comment('How many people must agree to release it');
    table
      .integer('revision')
      .notNullable()
      .comment('Grows when it is pulled again: approvals of before are void');
    table.string('released_at', 24).nullable();
    table.index(['scope_ref', 'id'], 'stop_ref_idx');
  });
  // both databases have indexes over part of a table, and the query builder has not
  await knex.raw(
    'create unique index stop_in_force_uq on stop (scope_key) where released_at is null',
  );

  await knex.schema.createTable('stop_approval', table => {
    table.comment('One person agreeing to release a stop; they count once');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('stop_id', 36).notNullable();
    table.integer('stop_revision').notNullable();
    table.string('person_ref', 255).notNullable();
    table
      .string('standing', 255)
      .notNullable()
      .comment('Through which group, for people');
    table.text('comment').nullable();
    table.string('approved_at', 24).notNullable();
    table.unique(['stop_id', 'stop_revision', 'person_ref'], {
      indexName: 'stop_approval_once_uq',
    });
  });

  await knex.schema.alterTable('execution', table => {
    table
      .string('stop_id', 36)
      .nullable()
      .comment('Pulled while it ran: whoever carries it out reads it here');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('execution', table => {
    table.dropColumn('stop_id');
  });
  await knex.schema.dropTable('stop_approval');
  await knex.schema.dropTable('stop');
};
