// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('agent_assertion_jti', table => {
    table.comment(
      'Assertions agents have signed in with, so that none is accepted twice',
    );
    table
      .string('id', 64)
      .primary()
      .comment('SHA-256 of the agent and the jti claim, hexadecimal');
    table
      .text('agent_ref')
      .notNullable()
      .comment('The agent that signed in, for people who look');
    table
      .dateTime('expires_at')
      .notNullable()
      .index('agent_assertion_jti_expires_at_idx')
      .comment('From then on the assertion is refused as expired anyway');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('agent_assertion_jti');
};
