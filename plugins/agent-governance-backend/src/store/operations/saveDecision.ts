import { Knex } from 'knex';
import {
  Decision,
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A decision with the bytes it was made from. */
export interface DecisionRecord {
  decision: Decision;
  /** Canonical sealed facts; their digest is in the decision. */
  factsBytes: string;
  /** Canonical policy set; its digest is in the decision. */
  policySetBytes: string;
}

/** Keeps a decision and, by digest, everything it can be replayed from. */
export async function saveDecision(
  tx: Knex.Transaction,
  record: DecisionRecord,
): Promise<void> {
  const { decision } = record;
  await tx('sealed_document')
    .insert([
      {
        digest: decision.factsDigest,
        kind: 'facts',
        bytes: record.factsBytes,
        created_at: decision.effectiveAt,
      },
      {
        digest: decision.policySetDigest,
        kind: 'policy-set',
        bytes: record.policySetBytes,
        created_at: decision.effectiveAt,
      },
    ])
    .onConflict('digest')
    .ignore();
  await tx('decision').insert({
    id: decision.id,
    request_id: decision.requestId,
    purpose: decision.purpose,
    verdict: decision.verdict,
    reason: decision.reason,
    facts_digest: decision.factsDigest,
    policy_set_digest: decision.policySetDigest,
    document: canonicalJson(decision as unknown as JsonObject),
    effective_at: decision.effectiveAt,
  });
}
