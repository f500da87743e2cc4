import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { fromPolicyRow, PolicyRow } from '../policyRow';
import { ChangeJudgement } from '../PolicyChangeStore';
import { StoredPolicy } from '../PolicyStore';
import { commentPayload } from './commentPayload';
import { governanceOf } from './describePolicyChange';
import { bumpPolicySet } from './savePolicy';

/** Ends what a vanished policy still decides. Nothing happens when it is not vanished, or not as it was seen. */
export async function confirmPolicy(
  tx: Knex.Transaction,
  options: {
    ref: string;
    revision: number;
    confirmedBy: string;
    standing: string;
    comment?: string;
    judgement?: ChangeJudgement;
    now: Date;
  },
): Promise<StoredPolicy | undefined> {
  const { ref, revision, confirmedBy, standing, comment, now } = options;
  const { judgement } = options;
  const before: PolicyRow | undefined = await tx('agent_policy')
    .where({ policy_ref: ref, revision, state: 'vanished', pending: null })
    .first();
  if (!before) {
    return undefined;
  }
  const written = await tx('agent_policy')
    .where({ policy_ref: ref, revision, state: 'vanished', pending: null })
    .update({
      state: 'gone',
      standing: null,
      text_digest: null,
      held_scope: null,
      because: 'It is gone, and that was confirmed.',
      problems: '[]',
      checkpoints: '[]',
      revision: revision + 1,
      changed_at: now.toISOString(),
    })
    .returning('policy_ref');
  if (written.length === 0) {
    return undefined;
  }
  const epoch = await bumpPolicySet(tx);
  await appendEntry(tx, {
    stream: `policy:${ref}`,
    type: 'policy.confirmed',
    body: {
      revision: revision + 1,
      before: before.text_digest,
      after: null,
      level: before.level,
      epoch,
      governance: judgement ? governanceOf(judgement) : null,
    },
    payloads: [
      {
        name: 'people',
        content: { confirmedBy, standing },
        classification: 'person',
      },
      ...commentPayload(comment),
    ],
    time: now,
  });
  return fromPolicyRow(before);
}
