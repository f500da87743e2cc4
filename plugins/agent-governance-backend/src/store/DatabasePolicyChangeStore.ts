import { Knex } from 'knex';
import { governChanges } from './operations/governChanges';
import { savePolicy } from './operations/savePolicy';
import {
  approveChange,
  PolicyChangeVoteRow,
  rejectChange,
} from './operations/voteOnChange';
import { fromPolicyRow, PolicyRow } from './policyRow';
import {
  ChangeQuorum,
  NewVote,
  PolicyChangeStore,
  StoredVote,
} from './PolicyChangeStore';
import { StoredPolicy } from './PolicyStore';
import { transact } from './transact';

/** Who agreed to changes of policies, in the plugin's database. */
export class DatabasePolicyChangeStore implements PolicyChangeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabasePolicyChangeStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async governChanges(options: {
    quorum?: ChangeQuorum;
    adoptWithinMs: number;
    now: Date;
  }): Promise<{ adopts: boolean }> {
    return this.#knex.transaction(tx => governChanges(tx, options));
  }

  async votes(changeIds: string[]): Promise<Map<string, StoredVote[]>> {
    const rows =
      changeIds.length === 0
        ? []
        : await this.#knex<PolicyChangeVoteRow>('policy_change_vote')
            .whereIn('change_id', changeIds)
            .orderBy('id');
    return new Map(
      changeIds.map(id => [
        id,
        rows.filter(row => row.change_id === id).map(toVote),
      ]),
    );
  }

  async approveChange(vote: NewVote): Promise<boolean> {
    const done = await transact(this.#knex, tx => approveChange(tx, vote));
    return done === true;
  }

  async rejectChange(vote: NewVote): Promise<boolean> {
    const done = await transact(this.#knex, tx => rejectChange(tx, vote));
    return done === true;
  }

  async applyChange(options: {
    policy: StoredPolicy;
    votesCounted: string[];
    now: Date;
  }): Promise<true | undefined> {
    const { policy, votesCounted, now } = options;
    const { pending } = policy;
    if (!pending || votesCounted.length < pending.quorum.count) {
      return undefined;
    }
    return transact(this.#knex, tx =>
      savePolicy(tx, {
        before: policy,
        after: pending.proposed,
        texts: [],
        judgement: {
          quorum: pending.quorum,
          judged: 'approved',
          changeId: pending.id,
          votesCounted,
        },
        now,
      }),
    );
  }

  async attachReplay(options: {
    ref: string;
    changeId: string;
    replayId: string;
  }): Promise<void> {
    const { ref, changeId, replayId } = options;
    await this.#knex.transaction(async tx => {
      const row: PolicyRow | undefined = await tx('agent_policy')
        .where({ policy_ref: ref })
        .first();
      const policy = row && fromPolicyRow(row);
      if (policy?.pending?.id === changeId && !policy.pending.replayId) {
        await tx('agent_policy')
          .where({ policy_ref: ref, revision: policy.revision })
          .update({
            pending: JSON.stringify({ ...policy.pending, replayId }),
          });
      }
    });
  }
}

function toVote(row: PolicyChangeVoteRow): StoredVote {
  return {
    id: row.id,
    changeId: row.change_id,
    person: row.person_ref,
    verdict: row.verdict === 'approve' ? 'approve' : 'reject',
    at: row.voted_at,
    ...(row.comment !== null && { comment: row.comment }),
  };
}
