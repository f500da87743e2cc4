import { Knex } from 'knex';
import { v4 as uuidv4 } from 'uuid';
import { databaseNow } from '../databaseNow';
import { ExecutionRow } from '../rows';
import { Claim } from './claimExecution';

/**
 * Takes over the record, not the work, of an execution whose holder is gone: under a new epoch
 * and token its outcome can be settled, and nothing its old holder still writes counts.
 */
export async function takeOverAbandoned(
  tx: Knex.Transaction,
  row: ExecutionRow,
  leaseMs: number,
): Promise<Claim | undefined> {
  const now = await databaseNow(tx);
  const claim: Claim = {
    requestId: row.request_id,
    attempt: row.attempt,
    leaseEpoch: Number(row.lease_epoch) + 1,
    leaseToken: uuidv4(),
    idempotencyKey: row.idempotency_key,
  };
  const changed = await tx('execution')
    .where({
      request_id: row.request_id,
      state: 'running',
      lease_epoch: Number(row.lease_epoch),
    })
    .andWhere('lease_expires_ms', '<=', now)
    .update({
      lease_epoch: claim.leaseEpoch,
      lease_token: claim.leaseToken,
      lease_expires_ms: now + leaseMs,
    });
  return changed === 1 ? claim : undefined;
}
