// @ts-check

/**
 * How far the approvals of a held request have come, for lists: written with each vote.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('action_request', table => {
    table
      .text('review_progress')
      .nullable()
      .comment('JSON; only means something while held');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('action_request', table => {
    table.dropColumn('review_progress');
  });
};
