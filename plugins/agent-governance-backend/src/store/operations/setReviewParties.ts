import { Knex } from 'knex';
import {
  Decision,
  reviewPartiesOf,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** Notes whom a request waits for from now on: those whose vote would help. */
export async function setReviewParties(
  tx: Knex.Transaction,
  requestId: string,
  refs: string[],
): Promise<void> {
  await tx('review_party').where({ request_id: requestId }).delete();
  if (refs.length > 0) {
    await tx('review_party').insert(rowsFor(requestId, refs));
  }
}

/** The inserts that note whom newly held requests wait for; none where nothing is held. */
export function reviewPartyInserts(
  knex: Knex,
  decisions: Decision[],
): Knex.QueryBuilder[] {
  const parties = decisions.flatMap(decision =>
    rowsFor(decision.requestId, partiesOf(decision)),
  );
  return parties.length > 0 ? [knex('review_party').insert(parties)] : [];
}

/** Everybody a decision asks to look; nobody where it holds nothing. */
export function partiesOf({ verdict, checkpoints }: Decision): string[] {
  return verdict === 'hold' ? reviewPartiesOf(checkpoints) : [];
}

function rowsFor(requestId: string, refs: string[]) {
  return refs.map(ref => ({ request_id: requestId, ref }));
}
