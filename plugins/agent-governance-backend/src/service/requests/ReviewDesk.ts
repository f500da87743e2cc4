import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { v7 as uuidv7 } from 'uuid';
import {
  Decision,
  Explanation,
  Facts,
  Review,
  SubmitReviewInput,
  reviewPartiesOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { reviewProgress } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { illegalTransition } from '../../lifecycle/illegalTransition';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { ActionRequestRow, ReviewRow } from '../../store/rows';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { PeopleDirectory } from '../types';
import { approvalsAsCast, standsFor } from './approvalsNow';
import { HeldRequest, findHeld } from './findHeld';
import { RequestAdvancer } from './RequestAdvancer';
import { tallyOf } from './tallyOf';
import { theirOwn } from './theirOwn';
import { toReview } from './toActionRequest';

/** How long a rendering may be voted on, in milliseconds. */
const PRESENTATION_VALID_MS = 60 * 60_000;

interface ReviewDeskOptions {
  store: ActionRequestStore;
  people: PeopleDirectory;
  advancer: RequestAdvancer;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Why a person may or may not review a request now. */
export interface ReviewStanding {
  allowed: boolean;
  because: string;
  /** Checkpoint refs the person stands for. */
  refs: string[];
  /** Through which group, for people to read. */
  via: string;
  /** Whether an approval of theirs would bring it further. */
  helps: boolean;
  /** Whether they voted on this hold before. */
  hasReviewed: boolean;
}

/** Takes the votes of the people that held requests wait for. */
export class ReviewDesk {
  readonly #options: ReviewDeskOptions;

  static create(options: ReviewDeskOptions) {
    return new ReviewDesk(options);
  }

  private constructor(options: ReviewDeskOptions) {
    this.#options = options;
  }

  /** Records a vote, and takes the request on when it was the last one needed. */
  async review(
    id: string,
    input: SubmitReviewInput,
    caller: PersonCaller,
  ): Promise<Review> {
    const { store, now, advancer, notifier } = this.#options;
    const comment = input.comment?.trim() || undefined;
    if (input.verdict === 'reject' && !comment) {
      throw new InputError(`'comment' is required with verdict 'reject'`);
    }
    const held = await findHeld(store, id, now());
    const { hold } = held;
    if (hold.id !== input.holdDecisionId) {
      throw new ConflictError(
        `Action request ${id} was decided again and is held by another decision now: look at it again`,
      );
    }
    const at = now();
    const shown = await store.presentation(
      input.presentationDigest,
      caller.ref,
    );
    if (
      shown?.hold_decision_id !== hold.id ||
      at.getTime() - Date.parse(shown.rendered_at) > PRESENTATION_VALID_MS
    ) {
      throw new ConflictError(
        `'presentationDigest' is not of something you were shown of this hold within the last hour: look at it again`,
      );
    }
    const standing = await this.standingOf(caller.ref, held);
    if (standing.hasReviewed) {
      throw new ConflictError(
        'You have reviewed this request already: a vote counts once',
      );
    }
    if (!standing.allowed) {
      throw new NotAllowedError(standing.because);
    }
    const review: ReviewRow = {
      id: uuidv7({ msecs: at.getTime() }),
      request_id: id,
      hold_decision_id: hold.id,
      presentation_digest: shown.digest,
      reviewer_ref: caller.ref,
      verdict: input.verdict,
      comment: comment ?? null,
      standing: standing.via,
      standing_refs: JSON.stringify(standing.refs),
      considered_ms: Math.max(0, at.getTime() - Date.parse(shown.rendered_at)),
      created_at: at.toISOString(),
    };
    const tally = await this.#record(review, held, shown.bytes, at);
    notifier.changed();
    if (tally.met) {
      // the vote is committed: should this fail, the worker takes the request on
      await advancer.advanceApproved(id).catch(() => {});
    }
    return toReview(review, hold.id);
  }

  /** Whether a person may review a held request now; the reason is for that person. */
  async standingOf(
    personRef: string,
    { request, hold, facts }: HeldRequest,
  ): Promise<ReviewStanding> {
    const { people, store } = this.#options;
    if (theirOwn(request, facts).includes(personRef)) {
      return notAllowed(
        'It is done on your behalf, or in a run you started: somebody else has to look at it',
      );
    }
    const wanted = reviewPartiesOf(hold.checkpoints);
    const standing = await standsFor(people, personRef, wanted);
    if (standing.length === 0) {
      return notAllowed(
        `Reviews of this request are up to ${wanted.join(
          ', ',
        )}, which you do not belong to`,
      );
    }
    const refs = standing.map(({ ref }) => ref);
    const [{ via }] = standing;
    const reviews = await store.reviews(request.id, hold.id);
    if (reviews.some(({ reviewer_ref }) => reviewer_ref === personRef)) {
      return {
        ...notAllowed('You have reviewed it already'),
        hasReviewed: true,
      };
    }
    const { helps } = reviewProgress(
      hold.checkpoints,
      approvalsAsCast(reviews),
    );
    const isHelp = refs.some(ref => helps.includes(ref));
    return {
      allowed: true,
      because: isHelp
        ? `You may, through ${via}`
        : `You may, through ${via}, but what you could approve is approved: others are still needed`,
      helps: isHelp,
      refs,
      via,
      hasReviewed: false,
    };
  }

  /** How far the approvals of a hold have come, and who there is to bring it further; nothing unless held. */
  async outlook(
    request: ActionRequestRow,
    held: { decision: Decision; facts: Facts } | undefined,
    reviews: ReviewRow[],
  ): Promise<Pick<Explanation, 'progress' | 'eligibleReviewers'>> {
    if (!held) {
      return { eligibleReviewers: [] };
    }
    const { decision, facts } = held;
    const cast = reviews.filter(
      ({ hold_decision_id }) => hold_decision_id === decision.id,
    );
    const progress = reviewProgress(
      decision.checkpoints,
      approvalsAsCast(cast),
    );
    const members = await Promise.all(
      progress.helps.map(ref => this.#options.people.membersOf(ref)),
    );
    const out = new Set([
      ...theirOwn(request, facts),
      ...cast.map(({ reviewer_ref }) => reviewer_ref),
    ]);
    return {
      progress,
      eligibleReviewers: [...new Set(members.flat())]
        .filter(person => !out.has(person))
        .sort(),
    };
  }

  async #record(
    review: ReviewRow,
    { request, hold }: HeldRequest,
    presentation: string,
    now: Date,
  ) {
    const { store } = this.#options;
    try {
      const tally = await store.review({
        review,
        actionDigest: request.action_digest,
        presentation,
        tally: reviews => tallyOf(request, hold, reviews),
        messages: [],
        now,
      });
      if (tally) {
        return tally;
      }
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          'You have reviewed this request already: a vote counts once',
        );
      }
      throw error;
    }
    const current = await store.get(request.id);
    throw illegalTransition(
      request.id,
      current?.state ?? 'voided',
      'reviewed as it was shown',
    );
  }
}

function notAllowed(because: string): ReviewStanding {
  return {
    allowed: false,
    because,
    helps: false,
    refs: [],
    via: '',
    hasReviewed: false,
  };
}
