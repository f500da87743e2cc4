import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { v7 as uuidv7 } from 'uuid';
import {
  Decision,
  Review,
  SubmitReviewInput,
  reviewPartiesOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { illegalTransition } from '../../lifecycle/illegalTransition';
import { ActionRequestStore } from '../../store/ActionRequestStore';
import { notCounted } from '../../store/notCounted';
import { ActionRequestRow, ReviewRow } from '../../store/rows';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { PeopleDirectory } from '../types';
import { findHeld } from './findHeld';
import { quorumMet } from './quorum';
import { RequestAdvancer } from './RequestAdvancer';
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
    const { request, hold } = await findHeld(store, id, now());
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
    const standing = await this.standingOf(caller.ref, request, hold);
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
    const tally = await this.#record(review, request, hold, shown.bytes, at);
    notifier.changed();
    if (tally.quorumMet) {
      // the vote is committed: should this fail, the worker takes the request on
      await advancer.advanceApproved(id).catch(() => {});
    }
    return toReview(review, hold.id);
  }

  /** Whether a person may review a held request now; the reason is for that person. */
  async standingOf(
    personRef: string,
    request: ActionRequestRow,
    hold: Decision,
  ): Promise<ReviewStanding> {
    if (notCounted(request).includes(personRef)) {
      return {
        allowed: false,
        because:
          'It is done on your behalf, or in a run you started: somebody else has to look at it',
        refs: [],
        via: '',
      };
    }
    const { people, store } = this.#options;
    const wanted = reviewPartiesOf(hold.checkpoints);
    const found = await Promise.all(
      wanted.map(ref => people.standing(personRef, [ref])),
    );
    const refs = wanted.filter((_, index) => found[index]);
    if (refs.length === 0) {
      return {
        allowed: false,
        because: `Reviews of this request are up to ${wanted.join(
          ', ',
        )}, which you do not belong to`,
        refs,
        via: '',
      };
    }
    const via = found.find(standing => standing)!.via;
    const earlier = await store.reviews(request.id, hold.id);
    return earlier.some(review => review.reviewer_ref === personRef)
      ? { allowed: false, because: 'You have reviewed it already', refs, via }
      : { allowed: true, because: `You may, through ${via}`, refs, via };
  }

  async #record(
    review: ReviewRow,
    request: ActionRequestRow,
    hold: Decision,
    presentation: string,
    now: Date,
  ) {
    const { store } = this.#options;
    try {
      const tally = await store.review({
        review,
        actionDigest: request.action_digest,
        presentation,
        tally: reviews => ({
          quorumMet: quorumMet(
            hold.checkpoints,
            reviews
              .filter(({ verdict }) => verdict === 'approve')
              .map(row => ({
                reviewerRef: row.reviewer_ref,
                standingRefs: JSON.parse(row.standing_refs),
              })),
          ),
        }),
        messages: [],
        now,
      });
      if (tally) {
        return tally;
      }
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError('You have reviewed this request already');
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
