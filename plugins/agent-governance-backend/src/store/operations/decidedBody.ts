import {
  Decision,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { notCounted } from '../notCounted';
import { ActionRequestRow } from '../rows';

/** What the ledger says of a decision: digests and ids, no text anybody wrote. */
export function decidedBody(options: {
  request: Pick<
    ActionRequestRow,
    | 'id'
    | 'agent_ref'
    | 'action_id'
    | 'target_ref'
    | 'environment'
    | 'effect_class'
    | 'action_digest'
    | 'on_behalf_of'
    | 'run_started_by'
    | 'delegation_id'
  >;
  decision: Decision;
  from: string;
  to: string;
  revision: number;
}): JsonObject {
  const { request, decision, from, to, revision } = options;
  return {
    requestId: request.id,
    agentRef: request.agent_ref,
    actionId: request.action_id,
    targetRef: request.target_ref,
    environment: request.environment,
    effectClass: request.effect_class,
    actionDigest: request.action_digest,
    from,
    to,
    verdict: decision.verdict,
    reason: decision.reason,
    decisionId: decision.id,
    purpose: decision.purpose,
    factsDigest: decision.factsDigest,
    policySetDigest: decision.policySetDigest,
    checkpoints: checkpointsBody(decision),
    ...(request.delegation_id !== null && {
      delegationId: request.delegation_id,
    }),
    notCounted: notCounted(request).length,
    revision,
  };
}

/** The checkpoints a decision asks for; a person who is asked by name is only `person`. */
export function checkpointsBody(decision: Decision): JsonObject[] {
  return decision.checkpoints.map(checkpoint => ({
    id: checkpoint.id,
    ...(checkpoint.policy && { policy: checkpoint.policy }),
    ...(checkpoint.rule && { rule: checkpoint.rule }),
    anyOf: checkpoint.anyOf.map(({ allOf }) => ({
      allOf: allOf.map(({ from, count }) => ({
        from: from.startsWith('user:') ? 'person' : from,
        count,
      })),
    })),
    decideWithin: checkpoint.decideWithin,
    executeWithin: checkpoint.executeWithin,
  }));
}
