// @ts-check

/**
 * Everything the plugin keeps: requests with their decisions and reviews, executions, freezes,
 * context, the ledger, and the outbox. Times are ISO 8601 in UTC as text, so that they sort and
 * compare alike on every database; documents are canonical JSON as text, because their digests
 * are over exactly these bytes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('governance_epoch', table => {
    table.comment('One row; whoever changes what decisions depend on bumps it');
    table.integer('id').primary().comment('Always 1');
    table.bigInteger('epoch').notNullable();
  });
  await knex('governance_epoch').insert({ id: 1, epoch: 1 });

  await knex.schema.createTable('sealed_document', table => {
    table.comment(
      'Documents by digest: facts, policy sets, action definitions, presentations',
    );
    table.string('digest', 64).primary();
    table.string('kind', 32).notNullable();
    table.text('bytes', 'longtext').notNullable().comment('RFC 8785');
    table.string('created_at', 24).notNullable();
  });

  await knex.schema.createTable('action_request', table => {
    table.comment('One agent asking to run one action on one target');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('agent_ref', 255).notNullable();
    table.string('agent_uid', 64).notNullable();
    table.string('action_id', 255).notNullable();
    table.string('action_title', 255).notNullable();
    table.string('definition_digest', 64).notNullable();
    table.string('effect_class', 16).notNullable();
    table.string('undo_action', 255).nullable();
    table.string('target_ref', 255).notNullable();
    table.string('target_uid', 64).notNullable();
    table.string('environment', 63).notNullable();
    table.text('purpose').nullable();
    table.string('run_id', 255).nullable();
    table.string('snapshot_id', 36).nullable();
    table.text('input', 'longtext').notNullable();
    table.string('action_digest', 64).notNullable();
    table.string('idempotency_key', 255).notNullable();
    table.string('body_digest', 64).notNullable();
    table.string('state', 16).notNullable();
    table.string('verdict', 8).notNullable();
    table.string('reason', 24).notNullable();
    table.text('because').notNullable();
    table.boolean('retryable').notNullable();
    table.string('decision_id', 36).notNullable();
    table.string('hold_decision_id', 36).nullable();
    table.string('decide_by', 24).nullable();
    table.string('execute_by', 24).nullable();
    table.text('unblock', 'longtext').notNullable();
    table
      .string('next_attempt_at', 24)
      .nullable()
      .comment('Not claimed before');
    table
      .string('quorum_met_at', 24)
      .nullable()
      .comment('Waiting to be decided again');
    table.bigInteger('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.unique(['agent_ref', 'idempotency_key'], {
      indexName: 'action_request_key_uq',
    });
    table.index(['target_ref', 'id'], 'action_request_target_idx');
    table.index(['agent_ref', 'id'], 'action_request_agent_idx');
    table.index(['state', 'id'], 'action_request_state_idx');
    table.index(['run_id', 'id'], 'action_request_run_idx');
    table.index(
      ['agent_ref', 'action_id', 'target_ref'],
      'action_request_history_idx',
    );
  });

  await knex.schema.createTable('decision', table => {
    table.comment('A verdict with the complete way there');
    table.string('id', 36).primary();
    table.string('request_id', 36).notNullable().index('decision_request_idx');
    table.string('purpose', 16).notNullable();
    table.string('verdict', 8).notNullable();
    table.string('reason', 24).notNullable();
    table.string('facts_digest', 64).notNullable();
    table.string('policy_set_digest', 64).notNullable();
    table.text('document', 'longtext').notNullable().comment('RFC 8785');
    table.string('effective_at', 24).notNullable();
  });

  await knex.schema.createTable('review', table => {
    table.comment('One vote on one hold; one person counts once');
    table.string('id', 36).primary();
    table.string('request_id', 36).notNullable().index('review_request_idx');
    table.string('hold_decision_id', 36).notNullable();
    table.string('presentation_digest', 64).notNullable();
    table.string('reviewer_ref', 255).notNullable();
    table.string('verdict', 8).notNullable();
    table.text('comment').nullable();
    table
      .string('standing', 255)
      .notNullable()
      .comment('Through which group, for people');
    table
      .text('standing_refs')
      .notNullable()
      .comment('Checkpoint refs stood for, JSON');
    table.bigInteger('considered_ms').notNullable();
    table.string('created_at', 24).notNullable();
    table.unique(['hold_decision_id', 'reviewer_ref'], {
      indexName: 'review_once_uq',
    });
  });

  await knex.schema.createTable('review_party', table => {
    table.comment('Who a held request waits for: what inboxes are read by');
    table.string('request_id', 36).notNullable();
    table.string('ref', 255).notNullable();
    table.primary(['request_id', 'ref'], 'review_party_pk');
    table.index(['ref', 'request_id'], 'review_party_ref_idx');
  });

  await knex.schema.createTable('presentation', table => {
    table.comment('What was rendered for whom: a review quotes its digest');
    table.string('digest', 64).notNullable();
    table.string('request_id', 36).notNullable();
    table.string('hold_decision_id', 36).notNullable();
    table.string('reviewer_ref', 255).notNullable();
    table.text('bytes', 'longtext').notNullable();
    table.string('rendered_at', 24).notNullable();
    table.primary(['digest', 'reviewer_ref'], 'presentation_pk');
    table.index(['rendered_at'], 'presentation_age_idx');
  });

  await knex.schema.createTable('execution', table => {
    table.comment(
      'An authorised request being carried out: one row for all its attempts',
    );
    table.string('request_id', 36).primary();
    table.string('state', 16).notNullable();
    table
      .string('idempotency_key', 64)
      .notNullable()
      .unique('execution_key_uq');
    table.string('decision_id', 36).notNullable();
    table.integer('attempt').notNullable();
    table
      .bigInteger('lease_epoch')
      .notNullable()
      .comment('Grows with every claim');
    table.string('lease_token', 36).nullable();
    table
      .bigInteger('lease_expires_ms')
      .nullable()
      .comment('Database clock, ms since 1970');
    table.string('worker_id', 64).nullable();
    table.text('output', 'longtext').nullable();
    table.text('error').nullable();
    table.string('started_at', 24).notNullable();
    table.string('ended_at', 24).nullable();
    table.index(['state', 'lease_expires_ms'], 'execution_lease_idx');
  });

  await knex.schema.createTable('freeze', table => {
    table.comment('A time in which nothing may change in a scope');
    table.string('id', 36).primary();
    table.string('scope_entity_ref', 255).nullable();
    table.string('scope_environment', 63).nullable();
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).notNullable();
    table.text('reason').notNullable();
    table.string('owner_ref', 255).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('ended_at', 24).nullable();
    table.string('ended_by', 255).nullable();
    table.bigInteger('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.index(['to_at'], 'freeze_to_idx');
  });

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
    table.string('salt', 64).notNullable().comment('32 bytes, hex');
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
    'context_snapshot',
    'context_sign_off',
    'context_current',
    'context_assertion',
    'context_entity',
    'freeze',
    'execution',
    'presentation',
    'review_party',
    'review',
    'decision',
    'action_request',
    'sealed_document',
    'governance_epoch',
  ]) {
    await knex.schema.dropTable(table);
  }
};
