import { Knex } from 'knex';
import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { ChangeQuorum, ChangeRules } from '../PolicyChangeStore';

interface SetRow {
  listed_at: string | null;
  first_started_at: string | null;
  change_rules: string | null;
}

/**
 * Says which changes of policies wait from now on, and for whom. Another answer than the last one is on record, with
 * the epoch from which on it holds: so the verifier knows what was asked of each change.
 *
 * @returns the rules in force, and whether new policies are taken as they come
 */
export async function governChanges(
  tx: Knex.Transaction,
  options: { quorum?: ChangeQuorum; adoptWithinMs: number; now: Date },
): Promise<{ adopts: boolean }> {
  const { quorum, adoptWithinMs, now } = options;
  const row: SetRow = await tx('policy_set').where({ id: 1 }).first();
  const startedAt = row.first_started_at ?? now.toISOString();
  const adoptsUntil =
    adoptWithinMs === 0
      ? undefined
      : new Date(Date.parse(startedAt) + adoptWithinMs).toISOString();
  const rules: ChangeRules = {
    ...(quorum && { quorum }),
    ...(quorum && adoptsUntil !== undefined && { adoptsUntil }),
  };
  const text = canonicalJson(JSON.parse(JSON.stringify(rules)));
  if (row.first_started_at === null || (row.change_rules ?? '{}') !== text) {
    const written = await tx('policy_set')
      .where({ id: 1, change_rules: row.change_rules })
      .update({ first_started_at: startedAt, change_rules: text });
    if (written === 1 && (row.change_rules ?? '{}') !== text) {
      await appendEntry(tx, {
        stream: 'policy-changes',
        type: 'policy-changes.governed',
        body: {
          quorum: quorum
            ? { levels: quorum.levels, count: quorum.count }
            : null,
          adoptsUntil: rules.adoptsUntil ?? null,
          epoch: await bumpEpoch(tx),
        },
        payloads: [
          {
            name: 'people',
            content: { from: quorum?.from ?? [] },
            classification: 'person',
          },
        ],
        time: now,
      });
    }
  }
  return {
    adopts:
      row.listed_at === null ||
      (adoptsUntil !== undefined && now.toISOString() <= adoptsUntil),
  };
}
