import { Knex } from 'knex';
import { chainEntries } from '../../ledger/appendEntry';
import { isLegalTransition } from '../../lifecycle/transitions';
import { epochIsStill } from '../epoch';
import { databaseNowPlus } from '../databaseNow';
import { ActionRequestRow } from '../rows';
import { runInserts } from '../runInserts';
import { Claim, claimedEntry, runningRow } from './claimExecution';
import { NewRequest, firstEntry, rowInserts } from './requestInserts';
import { inForceAt } from './requestsUnderDelegation';

/**
 * Records a request that was allowed together with its decision, and claims it for whoever holds the line: one
 * decision at the moment of effect, one transaction (invariants 1 and 5).
 *
 * Nobody else can know of the request before this commits, so its two transitions are two entries and one row: there
 * is nothing an update would have to guard against.
 *
 * @returns `undefined`, with nothing recorded, when anything decisions depend on changed since the facts were gathered
 * @throws the database's unique violation when the same call is open already
 */
export async function beginCall(
  tx: Knex.Transaction,
  options: {
    request: NewRequest;
    epoch: number;
    idempotencyKey: string;
    leaseToken: string;
    leaseMs: number;
    workerId: string;
  },
): Promise<Claim | undefined> {
  const { request, idempotencyKey, leaseToken } = options;
  const { record, row, now } = request;
  if (!(await mayBegin(tx, options))) {
    return undefined;
  }
  const claim: Claim = {
    requestId: row.id,
    attempt: 1,
    leaseEpoch: 1,
    leaseToken,
    idempotencyKey,
  };
  const revision = Number(row.revision) + 1;
  const executing: ActionRequestRow = { ...row, state: 'executing', revision };
  const claimed = claimedEntry(claim, {
    ...options,
    request: row,
    record,
    approvals: [],
    revision,
    now,
  });
  const { inserts, ends } = chainEntries(tx, [firstEntry(request), claimed]);
  await runInserts(tx, [
    ...rowInserts(tx, [{ ...request, row: executing }]),
    tx('execution').insert({
      ...runningRow(claim, {
        ...options,
        record,
        leaseExpires: databaseNowPlus(tx, options.leaseMs),
      }),
      request_id: row.id,
      idempotency_key: idempotencyKey,
      started_at: now.toISOString(),
    }),
    ...inserts,
  ]);
  return { ...claim, at: { revision, end: ends.get(claimed.stream)! } };
}

/** Whether it may go from its decision straight to its execution. */
async function mayBegin(
  tx: Knex.Transaction,
  { request, epoch }: { request: NewRequest; epoch: number },
): Promise<boolean> {
  const { row, now } = request;
  if (!isLegalTransition(row.state, 'executing')) {
    throw new Error(`A call may not go from ${row.state} to executing`);
  }
  if (!row.execute_by || row.execute_by <= now.toISOString()) {
    return false;
  }
  if (!(await epochIsStill(tx, epoch))) {
    return false;
  }
  // that a delegation ends is a matter of time, which no epoch tells
  return (
    row.delegation_id === null ||
    (await inForceAt(now)(
      tx('delegation').where({ id: row.delegation_id }),
    ).first('id')) !== undefined
  );
}
