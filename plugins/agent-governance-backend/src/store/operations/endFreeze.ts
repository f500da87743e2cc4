import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { FreezeRow } from '../freezeRow';

/** Ends a freeze early. Nothing happens, and nothing is recorded, when it already ended or is over. */
export async function endFreeze(
  tx: Knex.Transaction,
  options: {
    id: string;
    revision: number;
    endedBy: string;
    comment?: string;
    now: Date;
  },
): Promise<FreezeRow | undefined> {
  const { id, revision, endedBy, comment, now } = options;
  const at = now.toISOString();
  const [row]: FreezeRow[] = await tx('freeze')
    .where({ id, revision })
    .whereNull('ended_at')
    .where('to_at', '>', at)
    .update({ ended_at: at, ended_by: endedBy, revision: revision + 1 })
    .returning('*');
  if (!row) {
    return undefined;
  }
  await appendEntry(tx, {
    stream: `freeze:${id}`,
    type: 'freeze.ended',
    body: { endedAt: at, revision: revision + 1 },
    payloads: [
      { name: 'people', content: { endedBy }, classification: 'person' },
      ...(comment === undefined
        ? []
        : [
            {
              name: 'comment',
              content: comment,
              classification: 'free-text' as const,
            },
          ]),
    ],
    time: now,
  });
  await bumpEpoch(tx);
  return row;
}
