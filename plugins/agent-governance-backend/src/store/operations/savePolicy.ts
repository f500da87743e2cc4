import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { toPolicyRow } from '../policyRow';
import { ChangeJudgement } from '../PolicyChangeStore';
import { PolicyNow, PolicyText, StoredPolicy } from '../PolicyStore';
import {
  describePolicyChange,
  policyDifferences,
} from './describePolicyChange';
import { enqueue, OutboxMessage } from './enqueue';
import { keepTexts } from './keepTexts';
import { pendingEntries } from './pendingEntries';

/**
 * Writes a policy that is still as it was `before`. Where that changes how it decides, it is on record, and from the
 * next commit on nothing is claimed that was decided without it.
 *
 * @returns `undefined`, and nothing is written, when somebody else was first
 */
export async function savePolicy(
  tx: Knex.Transaction,
  change: {
    before: StoredPolicy | undefined;
    after: PolicyNow;
    texts: PolicyText[];
    judgement?: ChangeJudgement;
    messages?: OutboxMessage[];
    now: Date;
  },
): Promise<true | undefined> {
  const { before, texts, now } = change;
  const isAnother = policyDifferences(before, change.after).length > 0;
  const after: StoredPolicy = {
    ...change.after,
    revision: (before?.revision ?? 0) + 1,
    changedAt: before && !isAnother ? before.changedAt : now.toISOString(),
  };
  const row = toPolicyRow(after);
  const written = before
    ? await tx('agent_policy')
        .where({ policy_ref: before.ref, revision: before.revision })
        .update(row)
        .returning('policy_ref')
    : await tx('agent_policy')
        .insert(row)
        .onConflict('policy_ref')
        .ignore()
        .returning('policy_ref');
  if (written.length === 0) {
    return undefined;
  }
  await keepTexts(tx, texts, now);
  for (const entry of pendingEntries(change, after)) {
    await appendEntry(tx, entry);
  }
  if (isAnother) {
    const epoch = await bumpPolicySet(tx);
    await appendEntry(
      tx,
      describePolicyChange(
        { before, after, judgement: change.judgement, epoch },
        now,
      ),
    );
  }
  await enqueue(tx, change.messages ?? [], now);
  return true;
}

/**
 * Says that other policies decide from now on: to replicas that keep them in memory, and to claims.
 *
 * @returns the epoch in which they do
 */
export async function bumpPolicySet(tx: Knex.Transaction): Promise<number> {
  await tx('policy_set').where({ id: 1 }).increment('revision', 1);
  return bumpEpoch(tx);
}
