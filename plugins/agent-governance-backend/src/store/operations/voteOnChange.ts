import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { appendEntry } from '../../ledger/appendEntry';
import { fromPolicyRow, PolicyRow } from '../policyRow';
import { NewVote } from '../PolicyChangeStore';
import { StoredPolicy } from '../PolicyStore';
import { commentPayload } from './commentPayload';

/** Table `policy_change_vote`. */
export interface PolicyChangeVoteRow {
  id: string;
  change_id: string;
  policy_ref: string;
  person_ref: string;
  verdict: string;
  standing: string;
  comment: string | null;
  voted_at: string;
}

/**
 * Records that one person agrees to a change of a policy. Nothing takes effect by it: that is counted afterwards.
 *
 * @returns `false` when the policy or its change is not as they saw it
 * @throws the database's unique violation when the person voted before
 */
export async function approveChange(
  tx: Knex.Transaction,
  vote: NewVote,
): Promise<boolean> {
  const policy = await holdAsSeen(tx, vote);
  if (!policy) {
    return false;
  }
  await insertVote(tx, vote, { verdict: 'approve', revision: policy.revision });
  return true;
}

/**
 * Ends a change: what decides goes on deciding. It stays rejected for as long as the catalog holds that text.
 *
 * @returns `false` when the policy or its change is not as they saw it
 */
export async function rejectChange(
  tx: Knex.Transaction,
  vote: NewVote,
): Promise<boolean> {
  const policy = await holdAsSeen(tx, vote);
  if (!policy) {
    return false;
  }
  const revision = policy.revision + 1;
  await tx('agent_policy')
    .where({ policy_ref: policy.ref, revision: policy.revision })
    .update({
      pending: JSON.stringify({ ...policy.pending, state: 'rejected' }),
      pending_state: 'rejected',
      revision,
    });
  // who agreed before may have changed their mind
  await tx('policy_change_vote')
    .where({ change_id: vote.changeId, person_ref: vote.person })
    .delete();
  await insertVote(tx, vote, { verdict: 'reject', revision });
  return true;
}

/** Holds the policy's row until commit, if it and its change still are as the person saw them. */
async function holdAsSeen(
  tx: Knex.Transaction,
  { ref, revision, changeId }: NewVote,
): Promise<StoredPolicy | undefined> {
  const [row]: PolicyRow[] = await tx('agent_policy')
    .where({ policy_ref: ref, revision, pending_state: 'waiting' })
    .update({ revision })
    .returning('*');
  const policy = row && fromPolicyRow(row);
  return policy?.pending?.id === changeId ? policy : undefined;
}

async function insertVote(
  tx: Knex.Transaction,
  { ref, changeId, person, standing, comment, now }: NewVote,
  { verdict, revision }: { verdict: 'approve' | 'reject'; revision: number },
): Promise<void> {
  const row: PolicyChangeVoteRow = {
    id: uuidv7({ msecs: now.getTime() }),
    change_id: changeId,
    policy_ref: ref,
    person_ref: person,
    verdict,
    standing,
    comment: comment ?? null,
    voted_at: now.toISOString(),
  };
  await tx('policy_change_vote').insert(row);
  await appendEntry(tx, {
    stream: `policy:${ref}`,
    type:
      verdict === 'approve'
        ? 'policy.change-approved'
        : 'policy.change-rejected',
    body: { changeId, voteId: row.id, revision },
    payloads: [
      {
        name: 'people',
        content: { votedBy: person, standing },
        classification: 'person',
      },
      ...commentPayload(comment),
    ],
    time: now,
  });
}
