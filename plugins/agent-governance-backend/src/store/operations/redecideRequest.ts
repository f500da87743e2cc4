import { Knex } from 'knex';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { ActionRequestRow } from '../rows';
import { epochIsStill } from '../epoch';
import { decidedBody } from './decidedBody';
import { OutboxMessage, enqueue } from './enqueue';
import { guardedUpdate } from './guardedUpdate';
import { DecisionRecord, saveDecisions } from './saveDecisions';
import { setReviewParties } from './setReviewParties';

/** What a new decision makes of a request, short of executing it. */
export interface Redecided {
  request: ActionRequestRow;
  to: Extract<ActionRequestState, 'held' | 'authorised' | 'denied'>;
  record: DecisionRecord;
  reviewsCounted: string[];
  set: Partial<ActionRequestRow>;
  /** The epoch read before the facts were gathered. */
  epoch: number;
  messages: OutboxMessage[];
  now: Date;
}

/**
 * Commits a new decision on a request that exists already.
 *
 * @returns whether it moved; `false` when the request, or anything decisions depend on,
 *   changed since the facts were gathered: gather and decide again.
 */
export async function redecideRequest(
  tx: Knex.Transaction,
  options: Redecided,
): Promise<boolean> {
  const { request, to, record, reviewsCounted, set, now } = options;
  const { decision } = record;
  const revision = await guardedUpdate(tx, {
    id: request.id,
    from: request.state,
    to,
    where: query => {
      query.andWhere('revision', Number(request.revision));
      if (request.state === 'held' && to === 'authorised') {
        query.andWhere('decide_by', '>', now.toISOString());
      }
    },
    set: {
      verdict: decision.verdict,
      reason: decision.reason,
      because: decision.because,
      decision_id: decision.id,
      quorum_met_at: null,
      next_attempt_at: null,
      ...set,
    },
    now,
  });
  if (revision === undefined || !(await epochIsStill(tx, options.epoch))) {
    return false;
  }
  await saveDecisions(tx, [record]);
  await setReviewParties(tx, [decision]);
  await appendEntry(tx, {
    stream: `action-request:${request.id}`,
    type: 'action-request.redecided',
    body: decidedBody({
      request,
      decision,
      from: request.state,
      to,
      revision,
      reviewsCounted,
    }),
    time: now,
  });
  await enqueue(tx, options.messages, now);
  return true;
}
