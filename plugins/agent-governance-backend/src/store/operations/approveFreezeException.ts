import { Knex } from 'knex';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { FreezeExceptionRow } from '../freezeExceptionRow';
import { commentPayload } from './commentPayload';
import { holdFreeze } from './holdFreeze';

/**
 * Adds one person's approval to an exception; with enough of them it is active from this commit on. Nothing happens when
 * it is decided or has run out, or its freeze ended.
 */
export async function approveFreezeException(
  tx: Knex.Transaction,
  options: {
    id: string;
    freezeId: string;
    revision: number;
    person: string;
    approvedBy: string[];
    comment?: string;
    now: Date;
  },
): Promise<FreezeExceptionRow | undefined> {
  const { id, freezeId, revision, person, approvedBy, now } = options;
  const freeze = await holdFreeze(tx, freezeId);
  if (!freeze || freeze.ended_at !== null) {
    return undefined;
  }
  const [row]: FreezeExceptionRow[] = await tx('freeze_exception')
    .where({ id, revision, freeze_id: freezeId, state: 'requested' })
    .where('to_at', '>', now.toISOString())
    .update({
      approved_by: JSON.stringify(approvedBy),
      state: tx.raw(`case when required <= ? then 'active' else state end`, [
        approvedBy.length,
      ]),
      revision: revision + 1,
    })
    .returning('*');
  if (!row) {
    return undefined;
  }
  await appendEntry(tx, {
    stream: `freeze:${freezeId}`,
    type:
      row.state === 'active' ? 'freeze.excepted' : 'freeze.exception-approved',
    body: {
      exceptionId: id,
      approvals: approvedBy.length,
      required: row.required,
      ...(row.state === 'active' && {
        scope: JSON.parse(row.scope) as JsonObject,
        from: row.from_at,
        to: row.to_at,
      }),
    },
    payloads: [
      {
        name: 'people',
        content: { person, approvedBy },
        classification: 'person',
      },
      ...commentPayload(options.comment),
    ],
    time: now,
  });
  await bumpEpoch(tx);
  return row;
}
