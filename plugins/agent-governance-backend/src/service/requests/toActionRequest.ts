import {
  ActionRequest,
  ExecutionView,
  OutcomeReport,
  Reconciliation,
  Review,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRequestRow, ExecutionRow, ReviewRow } from '../../store/rows';

/** A stored request as the API shows it. */
export function toActionRequest(
  row: ActionRequestRow,
  execution?: ExecutionRow,
): ActionRequest {
  return {
    id: row.id,
    agentRef: row.agent_ref,
    actionId: row.action_id,
    actionTitle: row.action_title,
    effectClass: row.effect_class,
    ...(row.undo_action && { undo: row.undo_action }),
    targetRef: row.target_ref,
    environment: row.environment,
    ...(row.delegation_id && { delegationId: row.delegation_id }),
    ...(row.purpose && { purpose: row.purpose }),
    ...(row.on_behalf_of && { onBehalfOf: row.on_behalf_of }),
    ...(row.run_id && { runId: row.run_id }),
    ...(row.run_step !== null && { runStep: Number(row.run_step) }),
    ...(row.run_started_at && { runStartedAt: row.run_started_at }),
    ...(row.run_started_by && { runStartedBy: row.run_started_by }),
    ...(row.snapshot_id && { contextSnapshotId: row.snapshot_id }),
    input: JSON.parse(row.input),
    actionDigest: row.action_digest,
    state: row.state,
    verdict: row.verdict,
    reason: row.reason,
    because: row.because,
    retryable: Boolean(row.retryable),
    ...(row.state === 'authorised' && row.call_key && { awaitsCaller: true }),
    decisionId: row.decision_id,
    ...(row.state === 'held' &&
      row.hold_decision_id && { holdDecisionId: row.hold_decision_id }),
    ...(row.state === 'held' && row.decide_by && { decideBy: row.decide_by }),
    ...(row.execute_by && { executeBy: row.execute_by }),
    ...(row.state === 'held' &&
      row.review_progress && { progress: JSON.parse(row.review_progress) }),
    unblock: JSON.parse(row.unblock),
    ...(execution && {
      execution: toExecution(execution),
      ...toOutcome(execution, row.reconciled_as),
    }),
    revision: Number(row.revision),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toExecution(row: ExecutionRow): ExecutionView {
  return {
    state: row.state,
    attempt: row.attempt,
    idempotencyKey: row.idempotency_key,
    startedAt: row.started_at,
    ...(row.ended_at && { endedAt: row.ended_at }),
    ...(row.output && { output: JSON.parse(row.output) }),
    ...(row.error && { error: row.error }),
  };
}

/** What was said of an outcome that nobody could tell. */
function toOutcome(
  row: ExecutionRow,
  found: ActionRequestRow['reconciled_as'],
): Pick<ActionRequest, 'outcomeReport' | 'reconciliation'> {
  return {
    ...(row.reported_outcome && { outcomeReport: toReport(row) }),
    ...(found && { reconciliation: toReconciliation(row, found) }),
  };
}

function toReport(row: ExecutionRow): OutcomeReport {
  return {
    outcome: row.reported_outcome!,
    ...(row.report_note && { note: row.report_note }),
    ...(row.report_evidence && { evidence: JSON.parse(row.report_evidence) }),
    number: row.report_number!,
    reportedAt: row.reported_at!,
  };
}

function toReconciliation(
  row: ExecutionRow,
  outcome: Reconciliation['outcome'],
): Reconciliation {
  return {
    outcome,
    comment: row.reconciled_comment!,
    reconciledBy: row.reconciled_by!,
    standing: row.reconciled_standing!,
    via: row.reconciled_via!,
    reconciledAt: row.reconciled_at!,
  };
}

/** A stored vote as the API shows it; it counts for the hold the request is in, or went through last. */
export function toReview(row: ReviewRow, holdDecisionId?: string): Review {
  return {
    id: row.id,
    requestId: row.request_id,
    holdDecisionId: row.hold_decision_id,
    presentationDigest: row.presentation_digest,
    reviewerRef: row.reviewer_ref,
    verdict: row.verdict,
    ...(row.comment && { comment: row.comment }),
    standing: row.standing,
    counts: row.hold_decision_id === holdDecisionId,
    consideredMs: Number(row.considered_ms),
    createdAt: row.created_at,
  };
}
