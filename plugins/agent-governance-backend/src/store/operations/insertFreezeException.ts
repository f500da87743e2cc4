import { Knex } from 'knex';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { StoredFreezeException } from '../FreezeStore';
import { toExceptionRow } from '../freezeExceptionRow';
import { holdFreeze } from './holdFreeze';

/** Asks for an exception from a freeze; nothing is excepted yet. */
export async function insertFreezeException(
  tx: Knex.Transaction,
  exception: StoredFreezeException,
): Promise<void> {
  const { id, freezeId, scope, from, to, required } = exception;
  await holdFreeze(tx, freezeId);
  await tx('freeze_exception').insert(toExceptionRow(exception));
  await appendEntry(tx, {
    stream: `freeze:${freezeId}`,
    type: 'freeze.exception-requested',
    body: {
      exceptionId: id,
      scope: { ...scope } as JsonObject,
      from,
      to,
      required,
    },
    payloads: [
      {
        name: 'people',
        content: { requestedBy: exception.requestedBy },
        classification: 'person',
      },
      {
        name: 'reason',
        content: exception.reason,
        classification: 'free-text',
      },
    ],
    time: new Date(exception.createdAt),
  });
  await bumpEpoch(tx);
}
