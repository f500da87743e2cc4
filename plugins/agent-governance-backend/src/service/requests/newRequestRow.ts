import { Decided } from '../../decision/DecisionMaker';
import { ActionRequestRow } from '../../store/rows';
import { claimColumns } from './claims';
import { decidedColumns } from './decidedColumns';
import { ReadRequest } from './RequestReader';
import { uidOf } from './uidOf';

/** What was asked, understood and decided, as it is stored. */
export function newRequestRow(options: {
  request: ReadRequest;
  idempotencyKey: string;
  bodyDigest: string;
  decided: Decided;
}): ActionRequestRow {
  const { request, decided } = options;
  const { asked, agent, action, at } = request;
  return {
    id: decided.decision.requestId,
    agent_ref: agent.agentRef,
    agent_uid: uidOf(agent.entity),
    action_id: action.id,
    action_title: action.title,
    definition_digest: action.definitionDigest,
    effect_class: action.effectClass,
    undo_action: action.undo ?? null,
    target_ref: request.targetRef,
    target_uid: uidOf(request.target.value),
    environment: request.environment.name,
    purpose: asked.purpose ?? null,
    ...claimColumns(request.claims, decided.facts),
    snapshot_id: asked.contextSnapshot ?? null,
    input: request.inputBytes,
    action_digest: request.digest,
    idempotency_key: options.idempotencyKey,
    body_digest: options.bodyDigest,
    call_key: null,
    reconciled_as: null,
    next_attempt_at: null,
    quorum_met_at: null,
    revision: 1,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    ...decidedColumns(decided, at),
  };
}
