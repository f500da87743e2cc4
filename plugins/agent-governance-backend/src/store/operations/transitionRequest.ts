import { Knex } from 'knex';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { guardedUpdate } from './guardedUpdate';

/** Why a request moved without a decision. */
export type TransitionCause =
  | 'withdrawn-by-agent'
  | 'nobody-decided-in-time'
  | 'not-started-in-time'
  | 'agent-lost-standing'
  | 'target-gone'
  | 'basis-gone'
  | 'delegation-ended'
  | 'stop-pulled';

/**
 * Moves a request without a decision: withdrawn, expired, lapsed, voided, stopped.
 *
 * @returns whether it moved; `false` when it is no longer where the caller saw it.
 */
export async function transitionRequest(
  tx: Knex.Transaction,
  options: {
    id: string;
    from: ActionRequestState;
    to: ActionRequestState;
    cause: TransitionCause;
    because: string;
    /** The stop that moved it, if one did. */
    stopId?: string;
    /** Moves it only if the deadline of the state it is in has passed. */
    onlyIfOverdue?: boolean;
    now: Date;
  },
): Promise<boolean> {
  const { id, from, to, cause, because, stopId, onlyIfOverdue, now } = options;
  const revision = await guardedUpdate(tx, {
    id,
    from,
    to,
    where: query => {
      if (onlyIfOverdue) {
        const deadline = from === 'held' ? 'decide_by' : 'execute_by';
        query.andWhere(deadline, '<=', now.toISOString());
      }
    },
    set: { because, unblock: '[]', quorum_met_at: null, next_attempt_at: null },
    now,
  });
  if (revision === undefined) {
    return false;
  }
  await tx('review_party').where({ request_id: id }).delete();
  await appendEntry(tx, {
    stream: `action-request:${id}`,
    type: 'action-request.transitioned',
    body: {
      requestId: id,
      from,
      to,
      cause,
      revision,
      ...(stopId && { stopId }),
    },
    time: now,
  });
  return true;
}
