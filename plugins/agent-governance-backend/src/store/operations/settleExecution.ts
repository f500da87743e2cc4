import { Knex } from 'knex';
import {
  ExecutionOutcome,
  JsonObject,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  NewLedgerEntry,
  chainEntries,
  streamEnd,
} from '../../ledger/appendEntry';
import { runInserts } from '../runInserts';
import { Claim } from './claimExecution';
import { OutboxMessage, outboxInserts } from './enqueue';
import { guardedUpdate } from './guardedUpdate';

/** How one attempt ended. */
export interface Settlement {
  outcome: ExecutionOutcome;
  output?: JsonObject;
  error?: string;
  /** The stop that cut it off. */
  stopId?: string;
}

/**
 * Records how an attempt ended, by the holder of its claim and by nobody else: a worker that
 * lost its lease cannot finish its successor's attempt.
 *
 * @returns `false` when the claim is no longer the caller's.
 */
export async function settleExecution(
  tx: Knex.Transaction,
  options: {
    claim: Claim;
    settlement: Settlement;
    because: string;
    messages: OutboxMessage[];
    now: Date;
  },
): Promise<boolean> {
  const { claim, settlement, because, messages, now } = options;
  const changed = await tx('execution')
    .where({
      request_id: claim.requestId,
      state: 'running',
      lease_epoch: claim.leaseEpoch,
      lease_token: claim.leaseToken,
    })
    .update({
      state: settlement.outcome,
      lease_token: null,
      lease_expires_ms: null,
      output: settlement.output ? JSON.stringify(settlement.output) : null,
      error: settlement.error ?? null,
      ended_at: now.toISOString(),
    });
  if (changed !== 1) {
    return false;
  }
  const revision = await guardedUpdate(tx, {
    id: claim.requestId,
    from: 'executing',
    to: settlement.outcome,
    where: () => {},
    set: { because, unblock: '[]' },
    now,
  });
  if (revision === undefined) {
    return false;
  }
  const stream = `action-request:${claim.requestId}`;
  const entry: NewLedgerEntry = {
    stream,
    type: 'execution.settled',
    body: {
      requestId: claim.requestId,
      attempt: claim.attempt,
      leaseEpoch: claim.leaseEpoch,
      idempotencyKey: claim.idempotencyKey,
      outcome: settlement.outcome,
      ...(settlement.output && {
        outputDigest: digestOf('agentgov.output.v1', settlement.output),
      }),
      ...(settlement.stopId && { stopId: settlement.stopId }),
      from: 'executing',
      to: settlement.outcome,
      revision,
    },
    payloads: [
      {
        name: 'outcome',
        content: {
          ...(settlement.output && { output: settlement.output }),
          ...(settlement.error && { error: settlement.error }),
        },
        classification: 'outcome',
      },
    ],
    time: now,
  };
  // nothing happened to the request since it was claimed, so neither did anything to its stream
  const isNext = claim.at && revision === claim.at.revision + 1;
  const end = isNext ? claim.at!.end : await streamEnd(tx, stream);
  await runInserts(tx, [
    ...chainEntries(tx, [entry], end).inserts,
    ...outboxInserts(tx, [{ messages, now }]),
  ]);
  return true;
}
