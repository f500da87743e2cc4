import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { fromPolicyRow, PolicyRow } from '../policyRow';
import { StoredPolicy } from '../PolicyStore';
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
    now: Date;
  },
): Promise<StoredPolicy | undefined> {
  const { ref, revision, confirmedBy, standing, comment, now } = options;
  const before: PolicyRow | undefined = await tx('agent_policy')
    .where({ policy_ref: ref, revision, state: 'vanished' })
    .first();
  if (!before) {
    return undefined;
  }
  const written = await tx('agent_policy')
    .where({ policy_ref: ref, revision, state: 'vanished' })
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
  await appendEntry(tx, {
    stream: `policy:${ref}`,
    type: 'policy.confirmed',
    body: {
      revision: revision + 1,
      before: before.text_digest,
      after: null,
      level: before.level,
    },
    payloads: [
      {
        name: 'people',
        content: { confirmedBy, standing },
        classification: 'person',
      },
      ...(comment === undefined
        ? []
        : [
            {
              name: 'comment',
              content: comment,
              classification: 'free-text' as const,
            },
          ]),
    ],
    time: now,
  });
  await bumpPolicySet(tx);
  return fromPolicyRow(before);
}
