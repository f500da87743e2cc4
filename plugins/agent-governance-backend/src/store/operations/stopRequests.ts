import { Knex } from 'knex';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import { StopRow } from '../stopRow';
import { transitionRequest } from './transitionRequest';

/** A request that a stop covers, where it was seen. */
export interface CoveredRequest {
  id: string;
  state: ActionRequestState;
}

/**
 * Moves requests to *stopped*, each by one guarded update with one entry of its own.
 *
 * Only while the stop is in force: it cannot be released between looking and moving. A request that moved on
 * meanwhile is left alone; if it is still open it is found again.
 *
 * @param options - `requests` in the order of their ids: two sweeps then never wait for each other in a circle
 * @returns how many moved
 */
export async function stopRequests(
  tx: Knex.Transaction,
  options: {
    stopId: string;
    requests: CoveredRequest[];
    because: string;
    now: Date;
  },
): Promise<number> {
  const { stopId, requests, because, now } = options;
  const inForce = tx<StopRow>('stop')
    .where({ id: stopId })
    .whereNull('released_at');
  const stop = await (tx.client.config.client === 'pg'
    ? inForce.forShare().first('id')
    : inForce.first('id'));
  if (!stop) {
    return 0;
  }
  let moved = 0;
  for (const { id, state } of requests) {
    const isMoved = await transitionRequest(tx, {
      id,
      from: state,
      to: 'stopped',
      cause: 'stop-pulled',
      because,
      stopId,
      now,
    });
    moved += isMoved ? 1 : 0;
  }
  return moved;
}
