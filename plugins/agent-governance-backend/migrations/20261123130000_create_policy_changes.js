// @ts-check

/**
 * Changes of policies that wait for people, and who agreed to them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('agent_policy', table => {
    table
      .text('pending', 'longtext')
      .nullable()
      .comment('A change that waits for people, or that they rejected, JSON');
    table.string('pending_state', 8).nullable().comment('waiting, rejected');
    table
      .text('source_url')
      .nullable()
      .comment('Where its entity says that it can be looked at');
  });

  await knex.schema.alterTable('policy_set', table => {
    table
      .string('first_started_at', 24)
      .nullable()
      .comment('When policies were looked for here for the first time');
    table
      .text('change_rules')
      .nullable()
      .comment('Which changes wait for whom, as last put on record, JSON');
  });

  await knex.schema.createTable('policy_change_vote', table => {
    table.comment('Who agreed to a change of a policy, or said no');
    table.string('id', 36).primary().comment('UUIDv7');
    table
      .string('change_id', 64)
      .notNullable()
      .comment('Of one change from one text to another');
    table.string('policy_ref', 255).notNullable();
    table.string('person_ref', 255).notNullable();
    table.string('verdict', 8).notNullable();
    table.string('standing', 255).notNullable().comment('Through which group');
    table.text('comment').nullable();
    table.string('voted_at', 24).notNullable();
    table.unique(['change_id', 'person_ref'], {
      indexName: 'policy_change_vote_uq',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_change_vote');
  await knex.schema.alterTable('policy_set', table => {
    table.dropColumn('change_rules');
    table.dropColumn('first_started_at');
  });
  await knex.schema.alterTable('agent_policy', table => {
    table.dropColumn('source_url');
    table.dropColumn('pending_state');
    table.dropColumn('pending');
  });
};
