// @ts-check

/**
 * Freezes, exceptions from them, and the calendars they are read from.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('freeze', table => {
    table.comment('A time, or times, in which nothing may change in a scope');
    table.string('id', 36).primary().comment('UUIDv7');
    table.text('scope').notNullable().comment('Canonical JSON');
    table
      .string('scope_entity_ref', 255)
      .nullable()
      .comment('The entity of the scope, to find what covers one');
    table.string('from_at', 24).notNullable().comment('The first start');
    table
      .string('to_at', 24)
      .notNullable()
      .comment('The last end; the end of time when it comes back for ever');
    table
      .text('recurrence')
      .nullable()
      .comment('Canonical JSON; null when it happens once');
    table.text('reason').notNullable();
    table.string('owner_ref', 255).notNullable();
    table.string('created_by', 255).notNullable();
    table
      .string('calendar_id', 63)
      .nullable()
      .comment('The configured calendar it is read from');
    table.string('event_uid', 255).nullable();
    table.string('event_recurrence_id', 63).nullable();
    table
      .string('event_digest', 64)
      .nullable()
      .comment('Of what the event says; another is another freeze');
    table
      .text('end_agreements')
      .nullable()
      .comment('Who agreed to end it, and when, while more are needed');
    table.string('ended_at', 24).nullable();
    table.string('ended_by', 255).nullable();
    table.bigInteger('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.index(['to_at', 'from_at'], 'freeze_time_idx');
    table.index(['calendar_id', 'to_at'], 'freeze_calendar_idx');
    table.index(['event_uid'], 'freeze_event_idx');
  });

  await knex.schema.createTable('freeze_exception', table => {
    table.comment('Something taken out of one freeze, for a time');
    table.string('id', 36).primary().comment('UUIDv7');
    table.string('freeze_id', 36).notNullable();
    table.text('scope').notNullable().comment('Canonical JSON');
    table.string('from_at', 24).notNullable();
    table.string('to_at', 24).notNullable();
    table.text('reason').notNullable();
    table.string('requested_by', 255).notNullable();
    table.string('state', 16).notNullable();
    table
      .text('approved_by')
      .notNullable()
      .comment('JSON: entity refs of people, each once');
    table.integer('required').notNullable();
    table.string('ended_by', 255).nullable();
    table.bigInteger('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.index(['freeze_id', 'state', 'to_at'], 'freeze_exception_idx');
  });

  await knex.schema.createTable('freeze_calendar', table => {
    table.comment('How reading a configured calendar went');
    table.string('id', 63).primary();
    table.string('read_at', 24).nullable().comment('When it was last right');
    table.string('tried_at', 24).notNullable();
    table.integer('events').notNullable();
    table
      .text('problems')
      .notNullable()
      .comment('JSON: what was wrong at the last try');
    table.string('etag', 255).nullable();
    table.bigInteger('revision').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['freeze_calendar', 'freeze_exception', 'freeze']) {
    await knex.schema.dropTable(table);
  }
};
