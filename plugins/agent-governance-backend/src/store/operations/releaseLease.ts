import { Knex } from 'knex';
import { databaseNow } from '../databaseNow';
import { Claim } from './claimExecution';

/**
 * Gives a claim up after an attempt whose outcome is not known, so that another attempt under
 * the same key may follow once `retryAfterMs` has passed. The old holder can write nothing more.
 */
export async function releaseLease(
  knex: Knex,
  options: { claim: Claim; retryAfterMs: number; error: string },
): Promise<boolean> {
  const { claim, retryAfterMs, error } = options;
  const changed = await knex('execution')
    .where({
      request_id: claim.requestId,
      state: 'running',
      lease_epoch: claim.leaseEpoch,
      lease_token: claim.leaseToken,
    })
    .update({
      lease_token: null,
      lease_expires_ms: (await databaseNow(knex)) + retryAfterMs,
      error,
    });
  return changed === 1;
}
