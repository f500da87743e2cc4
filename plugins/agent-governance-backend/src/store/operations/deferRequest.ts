import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { ActionRequestRow } from '../rows';

/**
 * Notes that a request could not be decided again just now, and when to try next. It stays
 * where it is: nothing runs on what could not be evaluated.
 */
export async function deferRequest(
  tx: Knex.Transaction,
  options: {
    request: ActionRequestRow;
    because: string;
    nextAttemptAt: Date;
    now: Date;
  },
): Promise<boolean> {
  const { request, because, nextAttemptAt, now } = options;
  const first = request.because !== because;
  const changed = await tx('action_request')
    .where({
      id: request.id,
      state: request.state,
      revision: Number(request.revision),
    })
    .update({
      because,
      retryable: true,
      next_attempt_at: nextAttemptAt.toISOString(),
      // trying again for the same reason is not news
      ...(first && {
        updated_at: now.toISOString(),
        revision: tx.raw('revision + 1'),
      }),
    });
  if (changed !== 1 || !first) {
    return changed === 1;
  }
  await appendEntry(tx, {
    stream: `action-request:${request.id}`,
    type: 'execution.deferred',
    body: {
      requestId: request.id,
      because: 'could-not-evaluate',
      revision: Number(request.revision) + 1,
    },
    payloads: [
      { name: 'because', content: because, classification: 'free-text' },
    ],
    time: now,
  });
  return true;
}
