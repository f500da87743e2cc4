import { Knex } from 'knex';
import { DelegationRow, fromDelegationRow } from '../delegationRow';
import { whyEnded } from '../DelegationStore';
import { ActionRequestRow } from '../rows';
import { transitionRequest } from './transitionRequest';

type OpenRequest = Pick<ActionRequestRow, 'state'> &
  DelegationRow & { request_id: string };

/** The delegations that are in force at a moment. */
export function inForceAt(now: Date) {
  return (query: Knex.QueryBuilder) =>
    query
      .whereNull('delegation.revoked_at')
      .where('delegation.until_at', '>', now.toISOString());
}

/**
 * Ends requests that could still run, had their delegation not ended, in the order of their ids: two sweeps then never
 * wait for each other in a circle. A request that moved on meanwhile is left alone.
 *
 * @returns how many moved
 */
export async function voidRequestsUnderEnded(
  tx: Knex.Transaction,
  options: { now: Date; limit: number },
): Promise<number> {
  const { now, limit } = options;
  const open: OpenRequest[] = await tx('action_request')
    .join('delegation', 'delegation.id', 'action_request.delegation_id')
    .whereNotNull('action_request.delegation_id')
    .whereIn('action_request.state', ['held', 'authorised'])
    .where(ended =>
      ended
        .whereNotNull('delegation.revoked_at')
        .orWhere('delegation.until_at', '<=', now.toISOString()),
    )
    .orderBy('action_request.id')
    .limit(limit)
    .select(
      'delegation.*',
      'action_request.id as request_id',
      'action_request.state',
    );
  let moved = 0;
  for (const { request_id: id, state, ...row } of open) {
    const isMoved = await transitionRequest(tx, {
      id,
      from: state,
      to: 'voided',
      cause: 'delegation-ended',
      because: `Voided: ${whyEnded(fromDelegationRow(row), now)}`,
      now,
    });
    moved += isMoved ? 1 : 0;
  }
  return moved;
}
