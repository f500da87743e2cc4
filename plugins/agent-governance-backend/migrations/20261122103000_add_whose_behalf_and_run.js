// @ts-check

/**
 * On whose behalf an agent asks, and what it says about its run.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('action_request', table => {
    table
      .string('on_behalf_of', 255)
      .nullable()
      .comment('A person, as the agent says; never counted as a reviewer');
    table.integer('run_step').nullable();
    table.string('run_started_at', 24).nullable();
    table
      .string('run_started_by', 255)
      .nullable()
      .comment('A person, as the agent says; never counted as a reviewer');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('action_request', table => {
    table.dropColumn('on_behalf_of');
    table.dropColumn('run_step');
    table.dropColumn('run_started_at');
    table.dropColumn('run_started_by');
  });
};
