import { v7 as uuidv7 } from 'uuid';
import {
  Checkpoint,
  Decision,
  DecisionReason,
  Verdict,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { DecisionRecord } from '../operations/saveDecisions';
import { ActionRequestRow, ReviewRow } from '../rows';

const REASON: Record<Verdict, DecisionReason> = {
  allow: 'granted',
  hold: 'granted',
  deny: 'denied',
};

export const ownerCheckpoint: Checkpoint = {
  id: 'default',
  anyOf: [
    {
      allOf: [
        {
          from: 'target-owner',
          resolved: ['group:default/payments'],
          count: 1,
        },
      ],
    },
  ],
  decideWithin: 'PT4H',
  executeWithin: 'PT30M',
};

/** A decision as the store keeps it; facts and policy set are only bytes to the store. */
export function decisionRecord(options: {
  requestId: string;
  verdict: Verdict;
  purpose?: Decision['purpose'];
  now: Date;
}): DecisionRecord {
  const { requestId, verdict, purpose = 'proposal', now } = options;
  const id = uuidv7();
  const factsBytes = canonicalJson({ factsOf: id });
  const policySetBytes = canonicalJson({ policySet: 'of a test' });
  return {
    facts: sampleFacts(),
    factsBytes,
    policySetBytes,
    decision: {
      id,
      requestId,
      purpose,
      verdict,
      reason: REASON[verdict],
      because: `Said ${verdict}.`,
      effectiveAt: now.toISOString(),
      factsDigest: sha256Hex(factsBytes),
      policySetDigest: sha256Hex(policySetBytes),
      requestDigest: sha256Hex(requestId),
      engineVersion: '1',
      levels: [],
      shadow: [],
      checkpoints: verdict === 'hold' ? [ownerCheckpoint] : [],
    },
  };
}

/** A request in the state its verdict puts it into. */
export function requestRow(options: {
  verdict: Verdict;
  now: Date;
  overrides?: Partial<ActionRequestRow>;
}): { row: ActionRequestRow; record: DecisionRecord } {
  const { verdict, now, overrides } = options;
  const id = overrides?.id ?? uuidv7({ msecs: now.getTime() });
  const record = decisionRecord({ requestId: id, verdict, now });
  const inAnHour = new Date(now.getTime() + 3_600_000).toISOString();
  return {
    record,
    row: {
      id,
      agent_ref: 'agent:default/deploy-bot',
      agent_uid: 'agent-uid',
      action_id: 'deployments:deploy',
      action_title: 'Deploy',
      definition_digest: 'd'.repeat(64),
      effect_class: 'keyed',
      undo_action: null,
      target_ref: 'component:default/payments-api',
      target_uid: 'target-uid',
      environment: 'production',
      purpose: null,
      on_behalf_of: null,
      delegation_id: null,
      run_id: null,
      run_step: null,
      run_started_at: null,
      run_started_by: null,
      snapshot_id: null,
      input: '{"version":"1.2.3"}',
      action_digest: sha256Hex(id),
      idempotency_key: id,
      body_digest: 'b'.repeat(64),
      call_key: null,
      reconciled_as: null,
      state: { allow: 'authorised', hold: 'held', deny: 'denied' }[
        verdict
      ] as ActionRequestRow['state'],
      verdict,
      reason: record.decision.reason,
      because: record.decision.because,
      retryable: false,
      decision_id: record.decision.id,
      hold_decision_id: verdict === 'hold' ? record.decision.id : null,
      decide_by: verdict === 'hold' ? inAnHour : null,
      execute_by: verdict === 'allow' ? inAnHour : null,
      unblock: '[]',
      next_attempt_at: null,
      quorum_met_at: null,
      review_progress: null,
      revision: 1,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
      ...overrides,
    },
  };
}

/** A vote on the hold a request is in. */
export function reviewRow(
  request: ActionRequestRow,
  overrides: Partial<ReviewRow>,
  now: Date,
): ReviewRow {
  return {
    id: uuidv7(),
    request_id: request.id,
    hold_decision_id: request.hold_decision_id!,
    presentation_digest: sha256Hex('agentgov.presentation.v1\0{}'),
    reviewer_ref: 'user:default/olivia',
    verdict: 'approve',
    comment: null,
    standing: 'group:default/payments',
    standing_refs: '["group:default/payments"]',
    considered_ms: 1_000,
    created_at: now.toISOString(),
    ...overrides,
  };
}
