// @ts-check

const RUN = 'action_request_run_idx';
const HISTORY = 'action_request_history_idx';

/**
 * What an agent says it saw of an outcome nobody could tell, and what a person found out.
 *
 * What it was reconciled to is counted at every decision, so it is in the indexes that is read from.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('action_request', table => {
    table
      .string('reconciled_as', 16)
      .nullable()
      .comment('What a person found out: succeeded or failed');
    table.dropIndex([], RUN);
    table.dropIndex([], HISTORY);
  });
  await knex.schema.alterTable('action_request', table => {
    table.index(
      ['agent_ref', 'run_id', 'id', 'state', 'effect_class', 'reconciled_as'],
      RUN,
    );
    table.index(
      ['agent_ref', 'action_id', 'target_ref', 'state', 'id', 'reconciled_as'],
      HISTORY,
    );
  });
  await knex.schema.alterTable('execution', table => {
    table
      .string('reported_outcome', 16)
      .nullable()
      .comment('What the agent says, latest; a claim');
    table.text('report_note').nullable();
    table.text('report_evidence').nullable().comment('RFC 8785');
    table.integer('report_number').nullable().comment('How many there were');
    table.string('reported_at', 24).nullable();
    table.string('reconciled_by', 255).nullable().comment('A person');
    table.string('reconciled_standing', 24).nullable();
    table
      .string('reconciled_via', 255)
      .nullable()
      .comment('Through which group, for people');
    table.text('reconciled_comment').nullable();
    table.string('reconciled_at', 24).nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('execution', table => {
    table.dropColumns(
      'reported_outcome',
      'report_note',
      'report_evidence',
      'report_number',
      'reported_at',
      'reconciled_by',
      'reconciled_standing',
      'reconciled_via',
      'reconciled_comment',
      'reconciled_at',
    );
  });
  await knex.schema.alterTable('action_request', table => {
    table.dropIndex([], RUN);
    table.dropIndex([], HISTORY);
  });
  await knex.schema.alterTable('action_request', table => {
    table.dropColumn('reconciled_as');
  });
  await knex.schema.alterTable('action_request', table => {
    table.index(['agent_ref', 'run_id', 'id', 'state', 'effect_class'], RUN);
    table.index(
      ['agent_ref', 'action_id', 'target_ref', 'state', 'id'],
      HISTORY,
    );
  });
};
