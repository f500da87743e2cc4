// @ts-check

/**
 * Action requests with their decisions, reviews and executions.
 *
 * In every table of the plugin times are ISO 8601 in UTC as text, so that they sort and compare
 * alike on every database; documents are canonical JSON as text, because their digests are over
 * exactly these bytes.
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
    // what is counted at every decision is read from these three alone
    table.index(
      ['agent_ref', 'run_id', 'id', 'state', 'effect_class'],
      'action_request_run_idx',
    );
    table.index(
      ['agent_ref', 'state', 'created_at', 'effect_class', 'id'],
      'action_request_counts_idx',
    );
    table.index(
      ['agent_ref', 'action_id', 'target_ref', 'state', 'id'],
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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
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
