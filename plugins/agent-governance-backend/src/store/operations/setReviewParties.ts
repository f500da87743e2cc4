import { Knex } from 'knex';
import {
  Decision,
  reviewPartiesOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { runInserts } from '../runInserts';

/** Notes whom held requests wait for now; nobody where the decision holds nothing. */
export async function setReviewParties(
  tx: Knex.Transaction,
  decisions: Decision[],
): Promise<void> {
  const decidedBefore = decisions.filter(
    ({ purpose }) => purpose !== 'proposal',
  );
  if (decidedBefore.length > 0) {
    await tx('review_party')
      .whereIn(
        'request_id',
        decidedBefore.map(({ requestId }) => requestId),
      )
      .delete();
  }
  await runInserts(tx, reviewPartyInserts(tx, decisions));
}

/** The inserts that note whom newly held requests wait for; none where nothing is held. */
export function reviewPartyInserts(
  knex: Knex,
  decisions: Decision[],
): Knex.QueryBuilder[] {
  const parties = decisions.flatMap(decision => partiesOf(decision));
  return parties.length > 0 ? [knex('review_party').insert(parties)] : [];
}

function partiesOf({ requestId, verdict, checkpoints }: Decision) {
  const refs = verdict === 'hold' ? reviewPartiesOf(checkpoints) : [];
  return refs.map(ref => ({ request_id: requestId, ref }));
}
