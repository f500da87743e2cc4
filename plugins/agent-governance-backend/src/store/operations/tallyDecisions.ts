import { Knex } from 'knex';
import {
  EFFECT_COUNTS,
  EFFECT_KEY,
  effectRows,
  PolicyEffectRow,
} from '../policyEffectRow';
import { TalliedDecision } from '../PolicyEffectStore';
import { transact } from '../transact';

/** So many rows at once: what one statement binds is bounded. */
const ROWS = 250;

/**
 * Marks decisions as counted and counts them, in one transaction.
 *
 * Those that are marked already, or that somebody else is just marking, are left out: so everybody counts others, nobody
 * waits, and no decision is counted twice or never.
 *
 * @returns how many were counted
 */
export async function tallyDecisions(
  knex: Knex,
  decisions: TalliedDecision[],
): Promise<number> {
  const counted = await transact(knex, async tx => {
    const marked = new Set(
      await markTallied(
        tx,
        decisions.map(({ id }) => id),
      ),
    );
    const rows = effectRows(decisions.filter(({ id }) => marked.has(id)));
    for (let start = 0; start < rows.length; start += ROWS) {
      await addRows(tx, rows.slice(start, start + ROWS));
    }
    return marked.size > 0 && marked.size;
  });
  return counted ?? 0;
}

async function markTallied(
  tx: Knex.Transaction,
  ids: string[],
): Promise<string[]> {
  const free = tx('decision').select('id').whereIn('id', ids);
  const open = free.whereRaw('tallied = 0').orderBy('id');
  const rows: Array<{ id: string }> = await tx('decision')
    .whereIn(
      'id',
      tx.client.config.client === 'pg' ? open.forUpdate().skipLocked() : open,
    )
    .update({ tallied: 1 })
    .returning('id');
  return rows.map(({ id }) => id);
}

/** Columns that exist already are added to; the newest decision is the one with the greatest id. */
async function addRows(
  tx: Knex.Transaction,
  rows: PolicyEffectRow[],
): Promise<void> {
  const greatest = tx.client.config.client === 'pg' ? 'greatest' : 'max';
  const added = EFFECT_COUNTS.map(column => [
    column,
    tx.raw('?? + ??', [`policy_effect_day.${column}`, `excluded.${column}`]),
  ]);
  const latest = ['last_decision_id', 'last_changed_id'].map(column => [
    column,
    tx.raw(`${greatest}(??, ??)`, [
      `policy_effect_day.${column}`,
      `excluded.${column}`,
    ]),
  ]);
  await tx('policy_effect_day')
    .insert(rows)
    .onConflict([...EFFECT_KEY])
    .merge(Object.fromEntries([...added, ...latest]));
}
