import { Entity } from '@backstage/catalog-model';
import {
  CreateActionRequestInput,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StandingAgent } from '@agentgov/backstage-plugin-agent-governance-node';
import { RegisteredAction } from '../../actions/ActionRegistry';
import { Decided } from '../../decision/DecisionMaker';
import { ActionRequestRow } from '../../store/rows';
import { RequestClaims, claimColumns } from './claims';
import { decidedColumns } from './decidedColumns';
import { uidOf } from './uidOf';

/** What was asked, understood and decided, as it is stored. */
export function newRequestRow(options: {
  asked: CreateActionRequestInput;
  claims: RequestClaims;
  agent: StandingAgent;
  action: RegisteredAction;
  environment: Environment;
  target: Entity;
  targetRef: string;
  /** Canonical. */
  input: string;
  idempotencyKey: string;
  bodyDigest: string;
  decided: Decided;
  now: Date;
}): ActionRequestRow {
  const { asked, agent, action, decided, now } = options;
  return {
    id: decided.decision.requestId,
    agent_ref: agent.agentRef,
    agent_uid: uidOf(agent.entity),
    action_id: action.id,
    action_title: action.title,
    definition_digest: action.definitionDigest,
    effect_class: action.effectClass,
    undo_action: action.undo ?? null,
    target_ref: options.targetRef,
    target_uid: uidOf(options.target),
    environment: options.environment.name,
    purpose: asked.purpose ?? null,
    ...claimColumns(options.claims, decided.facts),
    snapshot_id: asked.contextSnapshot ?? null,
    input: options.input,
    action_digest: decided.decision.requestDigest,
    idempotency_key: options.idempotencyKey,
    body_digest: options.bodyDigest,
    next_attempt_at: null,
    quorum_met_at: null,
    revision: 1,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    ...decidedColumns(decided, now),
  };
}
