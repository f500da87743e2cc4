// @ts-check

/**
 * What policies did, counted from decisions after they were made.
 *
 * A decision says by itself whether it was counted, so it is counted in the transaction that says so: once, whatever
 * crashed, whoever else counts, and in whatever order decisions were committed. All there were before are counted too.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('decision', table => {
    table
      .integer('tallied')
      .notNullable()
      .defaultTo(0)
      .comment('1: its effects are counted');
  });
  // only what is still to be counted stands in it
  await knex.raw(
    'create index decision_untallied_idx on decision (id) where tallied = 0',
  );

  await knex.schema.createTable('policy_effect_day', table => {
    table.comment(
      'How often a policy applied on one day to requests of one agent on one target, and what it came to',
    );
    table.string('policy_ref', 255).notNullable();
    table.string('day', 10).notNullable().comment('UTC');
    table.string('agent_ref', 255).notNullable();
    table.string('target_ref', 255).notNullable();
    table
      .string('digest', 64)
      .notNullable()
      .comment('Of its text; empty where it has none');
    table.string('mode', 8).notNullable();
    table
      .string('rule', 63)
      .notNullable()
      .comment('A rule that said something; empty: the policy as a whole');
    for (const count of [
      'decisions',
      'denied',
      'held',
      'allowed',
      'not_evaluated',
      'would_deny',
      'would_hold',
      'would_allow',
    ]) {
      table.bigInteger(count).notNullable();
    }
    table
      .string('last_decision_id', 36)
      .notNullable()
      .comment('The latest of them');
    table
      .string('last_changed_id', 36)
      .notNullable()
      .comment('The latest whose verdict would have been another; or empty');
    table.primary(
      [
        'policy_ref',
        'day',
        'agent_ref',
        'target_ref',
        'digest',
        'mode',
        'rule',
      ],
      'policy_effect_day_pk',
    );
    table.index(['day'], 'policy_effect_day_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_effect_day');
  await knex.raw('drop index decision_untallied_idx');
  await knex.schema.alterTable('decision', table => {
    table.dropColumn('tallied');
  });
};
