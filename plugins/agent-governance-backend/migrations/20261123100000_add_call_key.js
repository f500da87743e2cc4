// @ts-check

/**
 * The agent of a call waits on the line: the call is carried out while it does, and asking for the same again joins it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('action_request', table => {
    table
      .string('call_key', 64)
      .nullable()
      .comment(
        'The action digest of a call, until the agent was told how it ended',
      );
    table.unique(['call_key'], { indexName: 'action_request_call_uq' });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('action_request', table => {
    table.dropUnique(['call_key'], 'action_request_call_uq');
    table.dropColumn('call_key');
  });
};
