import { Knex } from 'knex';
import { runInserts } from '../runInserts';
import { Claim, claimExecution } from './claimExecution';
import { NewRequest, requestInserts } from './requestInserts';

/**
 * Records a request that was allowed together with its decision, and claims it for whoever holds the line: one
 * decision at the moment of effect, one transaction (invariants 1 and 5).
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
  const { request, ...claim } = options;
  await runInserts(tx, requestInserts(tx, [request]));
  return claimExecution(tx, {
    ...claim,
    request: request.row,
    record: request.record,
    isRecorded: true,
    approvals: [],
    now: request.now,
  });
}
