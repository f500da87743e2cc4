import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { appendEntry } from '../../ledger/appendEntry';
import { StopApprovalRow } from '../stopRow';

/** One person's agreement to release a stop. */
export interface ReleaseApproval {
  stopId: string;
  /** The stop as they saw it: one that was pulled again meanwhile is another. */
  revision: number;
  approvedBy: string;
  /** Through which group, for people. */
  standing: string;
  comment?: string;
  now: Date;
}

/**
 * Records that one person agrees to release a stop. It releases nothing: that is counted afterwards.
 *
 * @returns `false` when the stop is released, or was pulled again, by now
 * @throws the database's unique violation when the person agreed before
 */
export async function approveRelease(
  tx: Knex.Transaction,
  approval: ReleaseApproval,
): Promise<boolean> {
  const { stopId, revision, approvedBy, standing, comment, now } = approval;
  const held = await tx('stop')
    .where({ id: stopId, revision })
    .whereNull('released_at')
    .update({ revision });
  if (held !== 1) {
    return false;
  }
  const row: StopApprovalRow = {
    id: uuidv7({ msecs: now.getTime() }),
    stop_id: stopId,
    stop_revision: revision,
    person_ref: approvedBy,
    standing,
    comment: comment ?? null,
    approved_at: now.toISOString(),
  };
  await tx('stop_approval').insert(row);
  await appendEntry(tx, {
    stream: `stop:${stopId}`,
    type: 'stop.release-approved',
    body: { stopId, approvalId: row.id, revision },
    payloads: [
      {
        name: 'approval',
        content: { approvedBy, standing, comment: row.comment },
        classification: 'person',
      },
    ],
    time: now,
  });
  return true;
}
