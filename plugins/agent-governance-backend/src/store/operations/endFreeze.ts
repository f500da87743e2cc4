import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { EndAgreement } from '../FreezeStore';
import { FreezeRow } from '../freezeRow';
import { commentPayload } from './commentPayload';

/**
 * Ends a freeze early, or records that one more person would. Nothing happens, and nothing is recorded, when it already
 * ended or is over.
 */
export async function endFreeze(
  tx: Knex.Transaction,
  options: {
    id: string;
    revision: number;
    endedBy: string;
    agreements: EndAgreement[];
    required: number;
    comment?: string;
    now: Date;
  },
): Promise<FreezeRow | undefined> {
  const { id, revision, endedBy, agreements, required, comment, now } = options;
  const at = now.toISOString();
  const isEnough = agreements.length >= required;
  const [row]: FreezeRow[] = await tx('freeze')
    .where({ id, revision })
    .whereNull('ended_at')
    .where('to_at', '>', at)
    .update({
      ...(isEnough
        ? { ended_at: at, ended_by: endedBy }
        : { end_agreements: JSON.stringify(agreements) }),
      revision: revision + 1,
    })
    .returning('*');
  if (!row) {
    return undefined;
  }
  const agreedBy = agreements.map(({ person }) => person);
  await appendEntry(tx, {
    stream: `freeze:${id}`,
    type: isEnough ? 'freeze.ended' : 'freeze.end-agreed',
    body: {
      ...(isEnough && { endedAt: at }),
      agreed: agreements.length,
      required,
      revision: revision + 1,
    },
    payloads: [
      {
        name: 'people',
        content: { endedBy, agreedBy },
        classification: 'person',
      },
      ...commentPayload(comment),
    ],
    time: now,
  });
  await bumpEpoch(tx);
  return row;
}
