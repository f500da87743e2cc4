import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { StopRow } from '../stopRow';

/**
 * Releases a stop that enough people agreed to release.
 *
 * @returns `undefined` when it is released, or was pulled again, by now
 */
export async function releaseStop(
  tx: Knex.Transaction,
  options: {
    stopId: string;
    revision: number;
    /** Ids of the approvals that count: of distinct people who have standing now. */
    counted: string[];
    now: Date;
  },
): Promise<StopRow | undefined> {
  const { stopId, revision, counted, now } = options;
  const [row]: StopRow[] = await tx('stop')
    .where({ id: stopId, revision })
    .andWhere('quorum', '<=', counted.length)
    .whereNull('released_at')
    .update({ released_at: now.toISOString() })
    .returning('*');
  if (!row) {
    return undefined;
  }
  const epoch = await bumpEpoch(tx);
  await appendEntry(tx, {
    stream: `stop:${stopId}`,
    type: 'stop.released',
    body: { stopId, revision, approvalsCounted: counted, epoch },
    time: now,
  });
  return row;
}
