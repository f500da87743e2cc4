// @ts-check

/**
 * The record, and what is to be told once it is committed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('agent_seen', table => {
    table.comment(
      'What of each agent is in the ledger: a change of it is an entry',
    );
    table.string('agent_ref', 255).primary();
    table.string('digest', 64).notNullable();
    table.text('document', 'longtext').notNullable();
    table.string('seen_at', 24).notNullable();
  });

  await knex.schema.createTable('ledger_entry', table => {
    table.comment('Append-only; never updated but for its leaf index');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('stream', 300).notNullable();
    table.integer('stream_index').notNullable();
    table.string('type', 64).notNullable();
    table.integer('schema_version').notNullable();
    table
      .text('envelope', 'longtext')
      .notNullable()
      .comment('Exactly the bytes that were hashed');
    table.string('leaf_hash', 64).notNullable();
    table.bigInteger('leaf_index').nullable().comment('Null until sequenced');
    table.string('created_at', 24).notNullable();
    table.unique(['stream', 'stream_index'], {
      indexName: 'ledger_entry_stream_uq',
    });
  });

  await knex.schema.createTable('ledger_payload', table => {
    table.comment(
      'What entries commit to, kept apart so that it can be erased',
    );
    table.string('entry_id', 36).notNullable();
    table.string('name', 64).notNullable();
    table
      .string('salt', 64)
      .nullable()
      .comment('32 bytes, hex; null once erased');
    table
      .text('bytes', 'longtext')
      .nullable()
      .comment('RFC 8785; null once erased');
    table.string('classification', 32).notNullable();
    table.string('erased_at', 24).nullable();
    table.primary(['entry_id', 'name'], 'ledger_payload_pk');
  });

  await knex.schema.createTable('outbox', table => {
    table.comment('Notifications to send after commit; survives a crash');
    table.string('id', 36).primary();
    table.text('message', 'longtext').notNullable();
    table.integer('attempts').notNullable();
    table.string('next_attempt_at', 24).notNullable();
    table.string('claim_token', 36).nullable();
    table.string('sent_at', 24).nullable();
    table.text('last_error').nullable();
    table.string('created_at', 24).notNullable();
    table.index(['sent_at', 'next_attempt_at'], 'outbox_due_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'outbox',
    'ledger_payload',
    'ledger_entry',
    'agent_seen',
  ]) {
    await knex.schema.dropTable(table);
  }
};
