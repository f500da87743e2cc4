import {
  ActionRequestState,
  DecisionReason,
  EffectClass,
  KnownOutcome,
  ReconciliationStanding,
  ReviewVerdict,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** Table `action_request`. */
export interface ActionRequestRow {
  id: string;
  agent_ref: string;
  agent_uid: string;
  action_id: string;
  action_title: string;
  definition_digest: string;
  effect_class: EffectClass;
  undo_action: string | null;
  target_ref: string;
  target_uid: string;
  environment: string;
  purpose: string | null;
  /** A person's full entity ref. */
  on_behalf_of: string | null;
  /** The delegation it is made under: then that person granted it. */
  delegation_id: string | null;
  run_id: string | null;
  run_step: number | null;
  run_started_at: string | null;
  /** A person's full entity ref. */
  run_started_by: string | null;
  snapshot_id: string | null;
  input: string;
  action_digest: string;
  idempotency_key: string;
  body_digest: string;
  /** Of a call whose end the agent was not told yet: its action digest. */
  call_key: string | null;
  state: ActionRequestState;
  /** What a person found out; only where reconciled. */
  reconciled_as: KnownOutcome | null;
  verdict: Verdict;
  reason: DecisionReason;
  because: string;
  /** 0 or 1 on SQLite. */
  retryable: boolean | number;
  decision_id: string;
  hold_decision_id: string | null;
  decide_by: string | null;
  execute_by: string | null;
  unblock: string;
  next_attempt_at: string | null;
  quorum_met_at: string | null;
  /** JSON; only means something while held. */
  review_progress: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
  created_at: string;
  updated_at: string;
}

/** Table `decision`. */
export interface DecisionRow {
  id: string;
  request_id: string;
  purpose: string;
  verdict: Verdict;
  reason: DecisionReason;
  facts_digest: string;
  policy_set_digest: string;
  document: string;
  effective_at: string;
}

/** Table `review`. */
export interface ReviewRow {
  id: string;
  request_id: string;
  hold_decision_id: string;
  presentation_digest: string;
  reviewer_ref: string;
  verdict: ReviewVerdict;
  comment: string | null;
  standing: string;
  standing_refs: string;
  considered_ms: number | string;
  created_at: string;
}

/** Table `execution`. */
export interface ExecutionRow {
  request_id: string;
  state: 'running' | 'succeeded' | 'failed' | 'unknown';
  idempotency_key: string;
  decision_id: string;
  attempt: number;
  lease_epoch: number | string;
  lease_token: string | null;
  lease_expires_ms: number | string | null;
  worker_id: string | null;
  output: string | null;
  error: string | null;
  started_at: string;
  ended_at: string | null;
  /** A stop that was pulled while it ran. */
  stop_id: string | null;
  /** What the agent says, latest; all of it null before it said anything. */
  reported_outcome: KnownOutcome | null;
  report_note: string | null;
  report_evidence: string | null;
  report_number: number | null;
  reported_at: string | null;
  /** Who found out; all of it null until somebody did. */
  reconciled_by: string | null;
  reconciled_standing: ReconciliationStanding | null;
  reconciled_via: string | null;
  reconciled_comment: string | null;
  reconciled_at: string | null;
}

/** Table `presentation`. */
export interface PresentationRow {
  digest: string;
  request_id: string;
  hold_decision_id: string;
  reviewer_ref: string;
  bytes: string;
  rendered_at: string;
}
