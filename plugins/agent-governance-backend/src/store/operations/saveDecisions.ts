import { Knex } from 'knex';
import {
  Decision,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { writeDecision } from '../decisionDocument';
import { runInserts } from '../runInserts';

/** A decision with the bytes it was made from. */
export interface DecisionRecord {
  decision: Decision;
  facts: Facts;
  /** Canonical sealed facts; their digest is in the decision. */
  factsBytes: string;
  /** Canonical policy set; its digest is in the decision. */
  policySetBytes: string;
}

/** Keeps decisions and, by digest, everything they can be replayed from. */
export async function saveDecisions(
  tx: Knex.Transaction,
  records: DecisionRecord[],
): Promise<void> {
  await runInserts(tx, decisionInserts(tx, records));
}

/** The inserts that {@link saveDecisions} is, to be run with others. */
export function decisionInserts(
  knex: Knex,
  records: DecisionRecord[],
): Knex.QueryBuilder[] {
  const documents = new Map(
    records.flatMap(({ decision, factsBytes, policySetBytes }) => {
      const created_at = decision.effectiveAt;
      return [
        document(decision.factsDigest, 'facts', factsBytes, created_at),
        document(
          decision.policySetDigest,
          'policy-set',
          policySetBytes,
          created_at,
        ),
      ];
    }),
  );
  // in one order everywhere, so that writers of the same documents never wait for each other in a circle
  const sorted = [...documents.values()].sort((a, b) =>
    a.digest < b.digest ? -1 : 1,
  );
  return [
    knex('sealed_document').insert(sorted).onConflict('digest').ignore(),
    knex('decision').insert(
      records.map(({ decision, facts }) => ({
        id: decision.id,
        request_id: decision.requestId,
        purpose: decision.purpose,
        verdict: decision.verdict,
        reason: decision.reason,
        facts_digest: decision.factsDigest,
        policy_set_digest: decision.policySetDigest,
        document: writeDecision(decision, facts),
        effective_at: decision.effectiveAt,
      })),
    ),
  ];
}

function document(
  digest: string,
  kind: 'facts' | 'policy-set',
  bytes: string,
  created_at: string,
) {
  return [digest, { digest, kind, bytes, created_at }] as const;
}
