// @ts-check

/**
 * What is going on around entities, as sources outside the portal report it: incidents, health, deployments.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('condition_source', table => {
    table.comment(
      'A source that was heard; whoever writes what it says holds its row',
    );
    table.string('id', 63).primary();
    table
      .string('heard_at', 24)
      .notNullable()
      .comment('The latest moment it spoke of, never later than it was heard');
    table
      .string('delivered_at', 24)
      .notNullable()
      .comment('When it last got through to the portal');
  });

  await knex.schema.createTable('condition_report', table => {
    table.comment('The latest a source said of each of its keys');
    table.string('source_id', 63).notNullable();
    table.string('report_key', 255).notNullable();
    table.string('kind', 16).notNullable();
    table.string('status', 16).notNullable();
    table
      .boolean('ended')
      .notNullable()
      .comment('Resolved, withdrawn or finished: it holds no longer');
    table.string('title', 255).notNullable();
    table.string('severity', 63).nullable();
    table.string('environment', 63).nullable().comment('All when null');
    table.string('opened_at', 24).notNullable();
    table.string('observed_at', 24).notNullable().comment('Only moves forward');
    table.string('received_at', 24).notNullable();
    table
      .string('unmatched', 255)
      .nullable()
      .comment('Why it is about nothing the portal knows, in words');
    table.primary(['source_id', 'report_key'], 'condition_report_pk');
    table.index(['ended', 'observed_at'], 'condition_report_sweep_idx');
  });

  await knex.schema.createTable('condition_subject', table => {
    table.comment('Which entities a report is about');
    table.string('entity_ref', 255).notNullable();
    table.string('source_id', 63).notNullable();
    table.string('report_key', 255).notNullable();
    // decisions ask by entity
    table.primary(
      ['entity_ref', 'source_id', 'report_key'],
      'condition_subject_pk',
    );
    table.index(['source_id', 'report_key'], 'condition_subject_report_idx');
  });

  await knex.schema.createTable('condition_delivery', table => {
    table.comment('Signed deliveries that came in, so that none counts twice');
    table.string('digest', 64).primary();
    table
      .string('expires_at', 24)
      .notNullable()
      .index('condition_delivery_expiry_idx')
      .comment('Its signature is too old from then on anyway');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'condition_delivery',
    'condition_subject',
    'condition_report',
    'condition_source',
  ]) {
    await knex.schema.dropTable(table);
  }
};
