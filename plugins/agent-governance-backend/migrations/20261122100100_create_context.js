// @ts-check

/**
 * What is known about entities: claims, sign-offs, and what agents fetched.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('context_entity', table => {
    table.comment(
      'Whoever writes about the context of an entity holds its row',
    );
    table.string('entity_ref', 255).primary();
    table.bigInteger('revision').notNullable();
  });

  await knex.schema.createTable('context_assertion', table => {
    table.comment('What a source said about an entity; nothing is overwritten');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('fact_type', 127).notNullable();
    table.text('value', 'longtext').notNullable();
    table.string('digest', 64).notNullable();
    table.string('source_id', 127).notNullable();
    table.string('source_revision', 255).nullable();
    table.string('observed_at', 24).notNullable();
    table.string('acquired_at', 24).notNullable();
    table.unique(['entity_ref', 'fact_type', 'source_id', 'observed_at'], {
      indexName: 'context_assertion_uq',
    });
  });

  await knex.schema.createTable('context_current', table => {
    table.comment(
      'The newest assertion by entity, fact type and source; its row guards the order',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('fact_type', 127).notNullable();
    table.string('source_id', 127).notNullable();
    table.string('assertion_id', 36).notNullable();
    table.string('observed_at', 24).notNullable();
    table.primary(
      ['entity_ref', 'fact_type', 'source_id'],
      'context_current_pk',
    );
  });

  await knex.schema.createTable('context_sign_off', table => {
    table.comment('A person vouching for the value a fact had');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('fact_type', 127).notNullable();
    table.string('digest', 64).notNullable();
    table.string('person_ref', 255).notNullable();
    table.string('standing', 255).notNullable();
    table.text('comment').nullable();
    table.string('signed_off_at', 24).notNullable();
    table
      .string('lapsed_at', 24)
      .nullable()
      .comment('When another value was reported; it never counts again');
    table.index(
      ['entity_ref', 'fact_type', 'signed_off_at'],
      'context_sign_off_idx',
    );
  });

  await knex.schema.createTable('context_snapshot', table => {
    table.comment('What an agent fetched and may quote');
    table.string('id', 36).primary();
    table.string('agent_ref', 255).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('digest', 64).notNullable();
    table.text('content', 'longtext').notNullable();
    table.string('taken_at', 24).notNullable();
    table
      .string('expires_at', 24)
      .notNullable()
      .index('context_snapshot_expiry_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'context_snapshot',
    'context_sign_off',
    'context_current',
    'context_assertion',
    'context_entity',
  ]) {
    await knex.schema.dropTable(table);
  }
};
