import { Knex } from 'knex';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import { isLegalTransition } from '../../lifecycle/transitions';
import { ActionRequestRow } from '../rows';

/**
 * The whole concurrency argument: one request moves from one state to another only if it is
 * still where, and what, the caller decided on. Who comes second changes nothing.
 *
 * @returns the row's new revision, or `undefined` when the race was lost.
 * @throws Error for a move that is not in the table of legal ones.
 */
export async function guardedUpdate(
  tx: Knex.Transaction,
  options: {
    id: string;
    from: ActionRequestState;
    to: ActionRequestState;
    /** Further conditions: deadlines, the hold a review is bound to, the revision decided on. */
    where: (query: Knex.QueryBuilder) => void;
    set?: Partial<Omit<ActionRequestRow, 'id' | 'state' | 'revision'>>;
    now: Date;
  },
): Promise<number | undefined> {
  const { id, from, to, where, set, now } = options;
  // a vote leaves a held request held; every other move is in the table
  if (!isLegalTransition(from, to)) {
    throw new Error(`An action request may not go from ${from} to ${to}`);
  }
  const query = tx('action_request').where({ id, state: from });
  where(query);
  const [changed] = await query
    .update({
      ...set,
      // who takes a call back knows; of every other end the agent is told first
      ...(to === 'withdrawn' && { call_key: null }),
      state: to,
      updated_at: now.toISOString(),
      revision: tx.raw('revision + 1'),
    })
    .returning('revision');
  return changed && Number(changed.revision);
}
