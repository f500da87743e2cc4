import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { FreezeExceptionRow } from '../freezeExceptionRow';
import { commentPayload } from './commentPayload';
import { holdFreeze } from './holdFreeze';

/** Ends an exception or refuses one; from this commit on the freeze counts again for what it took out. */
export async function endFreezeException(
  tx: Knex.Transaction,
  options: {
    id: string;
    freezeId: string;
    revision: number;
    endedBy: string;
    comment?: string;
    now: Date;
  },
): Promise<FreezeExceptionRow | undefined> {
  const { id, freezeId, revision, endedBy, comment, now } = options;
  await holdFreeze(tx, freezeId);
  const [row]: FreezeExceptionRow[] = await tx('freeze_exception')
    .where({ id, revision, freeze_id: freezeId })
    .whereIn('state', ['requested', 'active'])
    .where('to_at', '>', now.toISOString())
    .update({ state: 'ended', ended_by: endedBy, revision: revision + 1 })
    .returning('*');
  if (!row) {
    return undefined;
  }
  await appendEntry(tx, {
    stream: `freeze:${freezeId}`,
    type: 'freeze.exception-ended',
    body: { exceptionId: id },
    payloads: [
      { name: 'people', content: { endedBy }, classification: 'person' },
      ...commentPayload(comment),
    ],
    time: now,
  });
  await bumpEpoch(tx);
  return row;
}
