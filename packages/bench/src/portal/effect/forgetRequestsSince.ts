import { Knex } from 'knex';

/** Deletes all requests made since a moment with everything that hangs on them; ids begin with their time. */
export async function forgetRequestsSince(
  knex: Knex,
  time: Date,
): Promise<void> {
  const hex = time.getTime().toString(16).padStart(12, '0');
  const firstId = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
  for (const [table, id] of [
    ['action_request', 'id'],
    ['decision', 'id'],
    ['execution', 'request_id'],
    ['ledger_payload', 'entry_id'],
    ['ledger_entry', 'id'],
  ]) {
    await knex(table).where(id, '>=', firstId).delete();
  }
  await knex('sealed_document')
    .where('created_at', '>=', time.toISOString())
    .andWhere({ kind: 'facts' })
    .delete();
}
