import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  PendingPolicyChange,
  VotePolicyChangeInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PendingChange,
  PolicyChangeStore,
  StoredVote,
} from '../../store/PolicyChangeStore';
import { PolicyStore, StoredPolicy } from '../../store/PolicyStore';
import { Caller, PersonCaller } from '../Caller';
import { parsePlainText } from '../input/parsePlainText';
import { PeopleDirectory } from '../types';

const MAX_COMMENT = 500;

interface Options {
  store: Pick<PolicyStore, 'get' | 'texts'>;
  changes: PolicyChangeStore;
  people: PeopleDirectory;
  now: () => Date;
}

type Waiting = StoredPolicy & { pending: PendingChange };

/** Takes votes on changes of policies that wait, and lets one decide when enough people agree. */
export class PolicyChangeDesk {
  readonly #options: Options;

  static create(options: Options) {
    return new PolicyChangeDesk(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Whether somebody may vote on the change of a policy that waits, if one does. */
  async mayVote(policy: StoredPolicy, caller: Caller): Promise<boolean> {
    return (
      policy.pending !== undefined &&
      caller.kind === 'person' &&
      (await this.#standing(policy.pending, caller.ref)) !== undefined
    );
  }

  /** The change of a policy that waits, or was rejected, as somebody sees it. */
  async view(
    { pending }: StoredPolicy,
    caller: PersonCaller,
  ): Promise<PendingPolicyChange | undefined> {
    if (!pending) {
      return undefined;
    }
    const { changes, store } = this.#options;
    const { to, proposed, quorum, replayId } = pending;
    const [votes, standing, eligible, texts] = await Promise.all([
      changes.votes([pending.id]),
      this.#standing(pending, caller.ref),
      this.#countEligible(pending),
      store.texts(to === undefined ? [] : [to]),
    ]);
    const given = votes.get(pending.id) ?? [];
    const text = to === undefined ? undefined : texts.get(to);
    return {
      id: pending.id,
      state: pending.state,
      proposedAt: pending.proposedAt,
      ...(pending.from !== undefined && { from: pending.from }),
      ...(to !== undefined && { to }),
      ...(text !== undefined && { document: JSON.parse(text) }),
      becomes: proposed.state,
      because: proposed.because,
      ...(proposed.originLocation !== undefined && {
        originLocation: proposed.originLocation,
      }),
      ...(proposed.sourceUrl !== undefined && {
        sourceUrl: proposed.sourceUrl,
      }),
      findings: pending.findings,
      quorum: { from: quorum.from, count: quorum.count },
      eligible,
      votes: given.map(({ id, changeId, ...vote }) => vote),
      mayVote: mayVote(pending, standing !== undefined),
      hasAgreed: given.some(
        ({ person, verdict }) => person === caller.ref && verdict === 'approve',
      ),
      ...(standing !== undefined && replayId !== undefined && { replayId }),
    };
  }

  /**
   * Records that a person agrees, and lets the change decide when enough people do who have standing at this moment.
   *
   * @throws NotAllowedError saying who may; ConflictError with where it stands, when it is not as the person saw it, or
   *   they agreed before
   */
  async approve(
    policy: StoredPolicy,
    input: VotePolicyChangeInput,
    caller: PersonCaller,
  ): Promise<void> {
    const { changes } = this.#options;
    const vote = await this.#voteOf(policy, input, caller);
    let isNew = true;
    try {
      if (!(await changes.approveChange(vote))) {
        throw new ConflictError(
          'The policy, or the change of it, is another by now: look at it again',
        );
      }
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      isNew = false;
    }
    const isApplied = await this.#applyIfAgreed(policy.ref, vote.changeId);
    if (!isNew && !isApplied) {
      throw new ConflictError(
        'You agreed before: it takes the agreement of others',
      );
    }
  }

  /**
   * Ends a change: what decided goes on deciding.
   *
   * @throws as `approve`; InputError without a comment
   */
  async reject(
    policy: StoredPolicy,
    input: VotePolicyChangeInput,
    caller: PersonCaller,
  ): Promise<void> {
    const vote = await this.#voteOf(policy, input, caller);
    if (vote.comment === undefined) {
      throw new InputError('comment: say why, for whoever proposed it');
    }
    if (!(await this.#options.changes.rejectChange(vote))) {
      throw new ConflictError(
        'The policy, or the change of it, is another by now: look at it again',
      );
    }
  }

  /** What is to be recorded, when the person may say it and saw what is there. */
  async #voteOf(
    policy: StoredPolicy,
    input: VotePolicyChangeInput,
    caller: PersonCaller,
  ) {
    const comment =
      parsePlainText(input.comment ?? '', {
        field: 'comment',
        min: 0,
        max: MAX_COMMENT,
      }) || undefined;
    if (!Number.isSafeInteger(input.revision)) {
      throw new InputError('revision: must be a whole number');
    }
    assertWaiting(policy);
    const { pending } = policy;
    const standing = await this.#standing(pending, caller.ref);
    if (!standing) {
      throw new NotAllowedError(
        `Only people of ${pending.quorum.from.join(
          ', ',
        )} may vote on changes of this policy`,
      );
    }
    if (
      input.revision !== policy.revision ||
      input.from !== pending.from ||
      input.to !== pending.to
    ) {
      throw new ConflictError(
        `The policy is at revision ${
          policy.revision
        }, and the change that waits goes from ${
          pending.from ?? 'nothing'
        } to ${pending.to ?? 'nothing'}: look at it again`,
      );
    }
    return {
      ref: policy.ref,
      revision: policy.revision,
      changeId: pending.id,
      person: caller.ref,
      standing: standing.via,
      comment,
      now: this.#options.now(),
    };
  }

  async #applyIfAgreed(ref: string, changeId: string): Promise<boolean> {
    const { changes, store, now } = this.#options;
    const policy = await store.get(ref);
    if (
      policy?.pending?.id !== changeId ||
      policy.pending.state !== 'waiting'
    ) {
      return false;
    }
    const votes = (await changes.votes([changeId])).get(changeId) ?? [];
    const counted = await this.#whoStillCount(policy.pending, votes);
    if (counted.length < policy.pending.quorum.count) {
      return false;
    }
    const applied = await changes.applyChange({
      policy,
      votesCounted: counted.map(({ id }) => id),
      now: now(),
    });
    return applied === true;
  }

  /** Votes are one for each person; of those that agree, the ones whose authors have standing at this moment. */
  async #whoStillCount(
    pending: PendingChange,
    votes: StoredVote[],
  ): Promise<StoredVote[]> {
    const agreeing = votes.filter(({ verdict }) => verdict === 'approve');
    const standings = await Promise.all(
      agreeing.map(({ person }) => this.#standing(pending, person)),
    );
    return agreeing.filter((_, index) => standings[index] !== undefined);
  }

  async #standing({ quorum }: PendingChange, person: string) {
    return this.#options.people.standing(person, quorum.from);
  }

  async #countEligible({ quorum }: PendingChange): Promise<number> {
    const members = await Promise.all(
      quorum.from.map(ref => this.#options.people.membersOf(ref)),
    );
    return new Set(members.flat()).size;
  }
}

function assertWaiting(policy: StoredPolicy): asserts policy is Waiting {
  if (policy.pending?.state !== 'waiting') {
    throw new ConflictError(
      policy.pending
        ? 'The change was rejected: it waits for nobody any more'
        : 'No change of this policy waits for anybody',
    );
  }
}

function mayVote(
  { state, quorum }: PendingChange,
  hasStanding: boolean,
): PendingPolicyChange['mayVote'] {
  if (state === 'rejected') {
    return { allowed: false, because: 'It was rejected' };
  }
  if (!hasStanding) {
    return {
      allowed: false,
      because: `Only people of ${quorum.from.join(', ')} may`,
    };
  }
  return { allowed: true, because: `You are of ${quorum.from.join(', ')}` };
}
