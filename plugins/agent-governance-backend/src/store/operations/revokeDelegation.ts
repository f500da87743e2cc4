import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { DelegationRow } from '../delegationRow';
import { bumpEpoch } from '../epoch';

/**
 * Revokes a delegation. From the next commit on nothing is claimed under it: whatever was decided with it has another
 * epoch by then. Nothing happens, and nothing is recorded, when it is revoked or has ended.
 */
export async function revokeDelegation(
  tx: Knex.Transaction,
  options: { id: string; revokedBy: string; now: Date },
): Promise<DelegationRow | undefined> {
  const { id, revokedBy, now } = options;
  const at = now.toISOString();
  const [row]: DelegationRow[] = await tx('delegation')
    .where({ id })
    .whereNull('revoked_at')
    .where('until_at', '>', at)
    .update({ revoked_at: at, revoked_by: revokedBy })
    .returning('*');
  if (!row) {
    return undefined;
  }
  // before the entry, which says as of when it no longer counts
  const epoch = await bumpEpoch(tx);
  await appendEntry(tx, {
    stream: `delegation:${id}`,
    type: 'delegation.revoked',
    body: { delegationId: id, epoch },
    payloads: [
      { name: 'people', content: { revokedBy }, classification: 'person' },
    ],
    time: now,
  });
  return row;
}
