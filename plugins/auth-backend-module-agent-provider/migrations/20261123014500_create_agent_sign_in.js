// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('agent_sign_in', table => {
    table.comment(
      'What agents signed in with, and when they last did, for people to see',
    );
    table
      .string('id', 64)
      .primary()
      .comment('SHA-256 of the agent and what it proved itself with');
    table
      .string('agent_ref')
      .notNullable()
      .index('agent_sign_in_agent_ref_idx')
      .comment('The agent that signed in');
    table
      .string('key_thumbprint', 64)
      .nullable()
      .comment('The key it proved itself with; null for a federated identity');
    table
      .string('issuer_id', 64)
      .nullable()
      .comment('Id of the federated issuer in the configuration');
    table.text('issuer').nullable().comment('Its iss claim');
    table.text('subject').nullable().comment('Its sub claim');
    table.dateTime('first_at').notNullable().comment('When it first did');
    table
      .dateTime('last_at')
      .notNullable()
      .comment('When it last did, to the minute');
    table
      .dateTime('token_expires_at')
      .notNullable()
      .comment('When the token it got then expires');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('agent_sign_in');
};
