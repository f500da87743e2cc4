import { Knex } from 'knex';
import { Decision } from '@agentgov/backstage-plugin-agent-governance-common';

/** Notes whom a held request waits for now; nobody when the decision holds nothing. */
export async function setReviewParties(
  tx: Knex.Transaction,
  requestId: string,
  decision: Decision,
): Promise<void> {
  if (decision.purpose !== 'proposal') {
    await tx('review_party').where({ request_id: requestId }).delete();
  }
  const refs = decision.checkpoints.flatMap(checkpoint =>
    checkpoint.terms.flatMap(term => term.resolved),
  );
  if (decision.verdict === 'hold' && refs.length > 0) {
    await tx('review_party').insert(
      [...new Set(refs)].map(ref => ({ request_id: requestId, ref })),
    );
  }
}
