// @ts-check

/**
 * Delegations of people to agents, and which of them a request is made under.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('delegation', table => {
    table.comment('What an agent may do on behalf of a person, and until when');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('agent_ref', 255).notNullable();
    table.string('granted_by', 255).notNullable().comment('The person');
    table
      .text('actions')
      .notNullable()
      .comment('JSON: ids of actions; one may end in *');
    table.text('targets').nullable().comment('JSON: entity refs; null is any');
    table.text('environments').nullable().comment('JSON: names; null is any');
    table.text('reason').notNullable();
    table.string('until_at', 24).notNullable();
    table.string('revoked_at', 24).nullable();
    table.string('revoked_by', 255).nullable();
    table.string('created_at', 24).notNullable();
    table.index(['agent_ref', 'id'], 'delegation_agent_idx');
    table.index(['granted_by', 'id'], 'delegation_person_idx');
  });
  await knex.schema.alterTable('action_request', table => {
    table.string('delegation_id', 36).nullable();
    table.index(['delegation_id', 'state'], 'action_request_delegation_idx', {
      predicate: knex.whereNotNull('delegation_id'),
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('action_request', table => {
    table.dropIndex(
      ['delegation_id', 'state'],
      'action_request_delegation_idx',
    );
    table.dropColumn('delegation_id');
  });
  await knex.schema.dropTable('delegation');
};
