import { Knex } from 'knex';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';
import { Approval } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { appendEntry } from '../../ledger/appendEntry';
import { ActionRequestRow } from '../rows';
import { epochIsStill } from '../epoch';
import { countedReviews } from './countedReviews';
import { decidedBody } from './decidedBody';
import { OutboxMessage, enqueue } from './enqueue';
import { guardedUpdate } from './guardedUpdate';
import { DecisionRecord, saveDecisions } from './saveDecisions';
import { partiesOf, setReviewParties } from './setReviewParties';

/** What a new decision makes of a request, short of executing it. */
export interface Redecided {
  request: ActionRequestRow;
  to: Extract<ActionRequestState, 'held' | 'authorised' | 'denied'>;
  record: DecisionRecord;
  /** The approvals that a hold is overcome by; none where it is held or denied. */
  approvals: Approval[];
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
  const { request, to, record, approvals, set, now } = options;
  const { decision } = record;
  const counted =
    to === 'authorised' ? countedReviews(decision, approvals) : undefined;
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
  await setReviewParties(
    tx,
    request.id,
    to === 'held' ? partiesOf(decision) : [],
  );
  await appendEntry(tx, {
    stream: `action-request:${request.id}`,
    type: 'action-request.redecided',
    body: {
      ...decidedBody({ request, decision, from: request.state, to, revision }),
      ...counted?.body,
    },
    payloads: counted?.payloads,
    time: now,
  });
  await enqueue(tx, options.messages, now);
  return true;
}
