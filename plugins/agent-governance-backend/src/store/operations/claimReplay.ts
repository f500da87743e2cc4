import { Knex } from 'knex';
import { v4 as uuidv4 } from 'uuid';
import { databaseNow } from '../databaseNow';
import { ReplayRow } from '../replayRow';

/** Taken up more often, it is taken for the reason why whoever ran it went away. */
const MAX_ATTEMPTS = 5;

export type TakenReplay =
  | { kind: 'claimed'; row: ReplayRow; leaseToken: string }
  | { kind: 'given-up'; row: ReplayRow };

/**
 * Takes up the oldest replay that nobody runs: one that waits, or one whose runner is gone. So many run at a time, and
 * of several who want the same place or the same replay one gets it: places are unique.
 *
 * @returns `undefined` when there is none, no place is free, or somebody else was first
 * @throws the database's unique violation when somebody else took the place
 */
export async function claimReplay(
  tx: Knex.Transaction,
  options: { leaseMs: number; atOnce: number },
): Promise<TakenReplay | undefined> {
  const now = await databaseNow(tx);
  const row = await tx<ReplayRow>('replay')
    .where({ state: 'queued' })
    .orWhere(query =>
      query.where({ state: 'running' }).andWhere('lease_expires_ms', '<=', now),
    )
    .orderBy('id')
    .first();
  if (!row) {
    return undefined;
  }
  const slot = row.slot ?? (await freeSlot(tx, options.atOnce));
  if (slot === undefined) {
    return undefined;
  }
  if (row.attempt >= MAX_ATTEMPTS) {
    return { kind: 'given-up', row };
  }
  const leaseToken = uuidv4();
  const changed = await tx<ReplayRow>('replay')
    .where({ id: row.id, revision: row.revision, state: row.state })
    .update({
      state: 'running',
      slot,
      attempt: row.attempt + 1,
      lease_token: leaseToken,
      lease_expires_ms: now + options.leaseMs,
      revision: Number(row.revision) + 1,
    });
  return changed === 1
    ? {
        kind: 'claimed',
        leaseToken,
        row: {
          ...row,
          state: 'running',
          slot,
          revision: Number(row.revision) + 1,
        },
      }
    : undefined;
}

async function freeSlot(
  tx: Knex.Transaction,
  atOnce: number,
): Promise<number | undefined> {
  const rows = await tx<ReplayRow>('replay')
    .whereNotNull('slot')
    .select('slot');
  const taken = new Set(rows.map(({ slot }) => slot));
  return Array.from({ length: atOnce }, (_, index) => index + 1).find(
    slot => !taken.has(slot),
  );
}
