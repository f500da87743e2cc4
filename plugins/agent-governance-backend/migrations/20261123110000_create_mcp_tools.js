// @ts-check

/**
 * Tools of MCP servers as they were seen and as they were accepted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('mcp_tool', table => {
    table.comment('What each tool said of itself, and what of it was accepted');
    table.string('server_id', 40).notNullable();
    table.string('name', 128).notNullable().comment('As the server calls it');
    table.boolean('listed').notNullable().comment('Whether it was last there');
    table.string('seen_digest', 64).notNullable();
    table.text('seen_definition', 'longtext').notNullable().comment('JSON');
    table.string('accepted_digest', 64).nullable();
    table.text('accepted_definition', 'longtext').nullable().comment('JSON');
    table.string('accepted_by', 255).nullable();
    table.string('accepted_at', 24).nullable();
    table.string('first_seen_at', 24).notNullable();
    table.string('changed_at', 24).notNullable();
    table.bigInteger('revision').notNullable();
    table.primary(['server_id', 'name']);
  });

  await knex.schema.createTable('mcp_tool_set', table => {
    table.comment('One row; its revision says which tools may be called');
    table.integer('id').primary().comment('Always 1');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows whenever a tool is accepted, changes or goes');
  });
  await knex('mcp_tool_set').insert({ id: 1, revision: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('mcp_tool_set');
  await knex.schema.dropTable('mcp_tool');
};
