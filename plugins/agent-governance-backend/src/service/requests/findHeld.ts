import {
  Decision,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { illegalTransition } from '../../lifecycle/illegalTransition';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow } from '../../store/rows';
import { noSuchRequest } from './noSuchRequest';

/** A request that is held, the decision that holds it, and the facts that was made from. */
export interface HeldRequest {
  request: ActionRequestRow;
  hold: Decision;
  facts: Facts;
}

/**
 * A request that is held just now, with the decision that holds it.
 *
 * @throws NotFoundError; ConflictError naming the state it is in instead. A deadline that has
 *   passed binds, whether or not anything has labelled the request yet.
 */
export async function findHeld(
  store: ActionRequestStore,
  id: string,
  now: Date,
): Promise<HeldRequest> {
  const request = await store.get(id);
  if (!request) {
    throw noSuchRequest(id);
  }
  if (request.state !== 'held' || !request.hold_decision_id) {
    throw illegalTransition(id, request.state, 'reviewed');
  }
  if (request.decide_by && request.decide_by <= now.toISOString()) {
    throw illegalTransition(id, 'expired', 'reviewed');
  }
  const hold = (await store.decision(request.hold_decision_id))!;
  return { request, hold: hold.decision, facts: hold.facts };
}
