import { Knex } from 'knex';
import { databaseNow } from '../databaseNow';
import { Claim } from './claimExecution';

/**
 * Extends a lease that has not run out.
 *
 * @returns `false` when the claim is no longer this worker's: it has to stop at once.
 */
export async function renewLease(
  knex: Knex,
  claim: Claim,
  leaseMs: number,
): Promise<boolean> {
  const now = await databaseNow(knex);
  const changed = await knex('execution')
    .where({
      request_id: claim.requestId,
      state: 'running',
      lease_epoch: claim.leaseEpoch,
      lease_token: claim.leaseToken,
    })
    .andWhere('lease_expires_ms', '>', now)
    .update({ lease_expires_ms: now + leaseMs });
  return changed === 1;
}
