import { Knex } from 'knex';
import { Approval } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  NewLedgerEntry,
  StreamEnd,
  appendEntry,
} from '../../ledger/appendEntry';
import { databaseNow } from '../databaseNow';
import { epochIsStill } from '../epoch';
import { ActionRequestRow, ExecutionRow } from '../rows';
import { countedReviews } from './countedReviews';
import { checkpointsBody } from './decidedBody';
import { guardedUpdate } from './guardedUpdate';
import { inForceAt } from './requestsUnderDelegation';
import { DecisionRecord, saveDecisions } from './saveDecisions';

/** Proof of being the one who carries a request out, until the lease runs out. */
export interface Claim {
  requestId: string;
  attempt: number;
  leaseEpoch: number;
  leaseToken: string;
  idempotencyKey: string;
  /** Where the request stood when it was claimed: as long as it does, its stream needs not be looked up. */
  at?: { revision: number; end: StreamEnd };
}

/**
 * Claims an authorised request for one worker, together with the decision made just before:
 * nothing executes without it (invariants 1 and 5).
 *
 * @returns the claim, or `undefined` when the request, its deadline, or anything decisions
 *   depend on changed since the facts were gathered.
 */
export async function claimExecution(
  tx: Knex.Transaction,
  options: {
    request: ActionRequestRow;
    record: DecisionRecord;
    /** The approvals it goes on by, where the decision is a hold. */
    approvals: Approval[];
    epoch: number;
    idempotencyKey: string;
    leaseToken: string;
    leaseMs: number;
    workerId: string;
    now: Date;
  },
): Promise<Claim | undefined> {
  const { request, record, leaseToken, now } = options;
  const { decision } = record;
  const revision = await guardedUpdate(tx, {
    id: request.id,
    from: request.state,
    to: 'executing',
    where: query => {
      query.andWhere('revision', Number(request.revision));
      if (request.state === 'authorised') {
        query.andWhere('execute_by', '>', now.toISOString());
      }
      if (request.delegation_id !== null) {
        // that it ends is a matter of time, which no epoch tells
        query.whereExists(
          inForceAt(now)(tx('delegation').where({ id: request.delegation_id })),
        );
      }
    },
    set: {
      verdict: decision.verdict,
      reason: decision.reason,
      because: decision.because,
      retryable: false,
      decision_id: decision.id,
      next_attempt_at: null,
    },
    now,
  });
  if (revision === undefined || !(await epochIsStill(tx, options.epoch))) {
    return undefined;
  }
  const before = await tx<ExecutionRow>('execution')
    .where({ request_id: request.id })
    .first();
  const databaseMs = await databaseNow(tx);
  if (
    before?.lease_token &&
    before.state === 'running' &&
    Number(before.lease_expires_ms) > databaseMs
  ) {
    return undefined;
  }
  const claim: Claim = {
    requestId: request.id,
    attempt: (before?.attempt ?? 0) + 1,
    leaseEpoch: Number(before?.lease_epoch ?? 0) + 1,
    leaseToken,
    idempotencyKey: before?.idempotency_key ?? options.idempotencyKey,
  };
  const row = runningRow(claim, {
    ...options,
    leaseExpires: databaseMs + options.leaseMs,
  });
  if (before) {
    await tx('execution').where({ request_id: request.id }).update(row);
  } else {
    await tx('execution').insert({
      ...row,
      request_id: request.id,
      idempotency_key: claim.idempotencyKey,
      started_at: now.toISOString(),
    });
  }
  await saveDecisions(tx, [record]);
  const end = await appendEntry(
    tx,
    claimedEntry(claim, { ...options, revision }),
  );
  return { ...claim, at: { revision, end } };
}

/** What a claim makes of the row of an execution. */
export function runningRow(
  claim: Claim,
  options: {
    record: DecisionRecord;
    workerId: string;
    /** By the database's clock, ms since 1970. */
    leaseExpires: number | Knex.Raw;
  },
) {
  return {
    state: 'running' as const,
    decision_id: options.record.decision.id,
    attempt: claim.attempt,
    lease_epoch: claim.leaseEpoch,
    lease_token: claim.leaseToken,
    lease_expires_ms: options.leaseExpires,
    worker_id: options.workerId,
    error: null,
    stop_id: null,
    ended_at: null,
  };
}

/** What the ledger says of a claim. */
export function claimedEntry(
  claim: Claim,
  options: {
    request: ActionRequestRow;
    record: DecisionRecord;
    approvals: Approval[];
    epoch: number;
    /** The request's, by now. */
    revision: number;
    now: Date;
  },
): NewLedgerEntry {
  const { request, revision, now } = options;
  const { decision } = options.record;
  const counted = countedReviews(decision, options.approvals);
  return {
    stream: `action-request:${request.id}`,
    type: 'execution.claimed',
    body: {
      requestId: request.id,
      actionDigest: request.action_digest,
      decisionId: decision.id,
      verdict: decision.verdict,
      factsDigest: decision.factsDigest,
      policySetDigest: decision.policySetDigest,
      attempt: claim.attempt,
      leaseEpoch: claim.leaseEpoch,
      idempotencyKey: claim.idempotencyKey,
      ...counted.body,
      epoch: options.epoch,
      checkpoints: checkpointsBody(decision),
      from: request.state,
      to: 'executing',
      revision,
    },
    payloads: counted.payloads,
    time: now,
  };
}
