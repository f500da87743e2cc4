import { Knex } from 'knex';
import { Reconciliation } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { ExecutionRow } from '../rows';
import { guardedUpdate } from './guardedUpdate';

/** What a person found out, before it has a time. */
export type Finding = Omit<Reconciliation, 'reconciledAt'>;

/**
 * Ends a request of unknown outcome as what a person found out.
 *
 * What did not happen may be asked for anew at once. Of what did happen the agent is told first, so that a call it
 * repeats meanwhile has no second effect.
 *
 * @returns `false` when the request is no longer as that person saw it
 */
export async function reconcileRequest(
  tx: Knex.Transaction,
  options: {
    requestId: string;
    /** The one they looked at. */
    revision: number;
    finding: Finding;
    because: string;
    now: Date;
  },
): Promise<boolean> {
  const { requestId, finding, because, now } = options;
  const { outcome, standing, via, reconciledBy, comment } = finding;
  const revision = await guardedUpdate(tx, {
    id: requestId,
    from: 'unknown',
    to: 'reconciled',
    where: query => query.andWhere('revision', options.revision),
    set: {
      because,
      reconciled_as: outcome,
      unblock: '[]',
      ...(outcome === 'failed' && { call_key: null }),
    },
    now,
  });
  if (revision === undefined) {
    return false;
  }
  const [{ idempotency_key: idempotencyKey }] = await tx<ExecutionRow>(
    'execution',
  )
    .where({ request_id: requestId })
    .update({
      reconciled_by: reconciledBy,
      reconciled_standing: standing,
      reconciled_via: via,
      reconciled_comment: comment,
      reconciled_at: now.toISOString(),
    })
    .returning('idempotency_key');
  await appendEntry(tx, {
    stream: `action-request:${requestId}`,
    type: 'execution.reconciled',
    body: {
      requestId,
      idempotencyKey,
      outcome,
      standing,
      from: 'unknown',
      to: 'reconciled',
      revision,
    },
    payloads: [
      {
        name: 'reconciliation',
        content: { reconciledBy, via, comment },
        classification: 'person',
      },
    ],
    time: now,
  });
  // what an agent did before is counted otherwise from here on
  await bumpEpoch(tx);
  return true;
}
