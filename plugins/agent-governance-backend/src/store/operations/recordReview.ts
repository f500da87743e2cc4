import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { ActionRequestRow, ReviewRow } from '../rows';
import { OutboxMessage, enqueue } from './enqueue';
import { guardedUpdate } from './guardedUpdate';
import { setReviewParties } from './setReviewParties';

/** How the votes on a hold stand after one more. */
export interface Tally {
  /** Whether the approvals satisfy every checkpoint. */
  met: boolean;
  /** Whose vote would still help: groups and people. */
  helps: string[];
  /** What of it is kept with the request. */
  set: Pick<ActionRequestRow, 'review_progress' | 'unblock'>;
}

/**
 * Records one vote: bound to the hold, counted once, and only while the hold lasts.
 * A rejection ends the request.
 *
 * @returns how the votes stand, or `undefined` when the hold changed or ended.
 */
export async function recordReview(
  tx: Knex.Transaction,
  options: {
    review: ReviewRow;
    actionDigest: string;
    /** Counts all votes on this hold, this one included. */
    tally: (reviews: ReviewRow[]) => Tally;
    presentation: string;
    messages: OutboxMessage[];
    now: Date;
  },
): Promise<Tally | undefined> {
  const { review, actionDigest, presentation, messages, now } = options;
  const to = review.verdict === 'reject' ? 'rejected' : 'held';
  const revision = await guardedUpdate(tx, {
    id: review.request_id,
    from: 'held',
    to,
    where: query =>
      query
        .andWhere('hold_decision_id', review.hold_decision_id)
        .andWhere('decide_by', '>', now.toISOString()),
    set:
      to === 'rejected'
        ? {
            because: 'Rejected by a reviewer',
            unblock: '[]',
            quorum_met_at: null,
          }
        : {},
    now,
  });
  if (revision === undefined) {
    return undefined;
  }
  await tx('review').insert(review);
  const reviews = await tx<ReviewRow>('review')
    .where({ hold_decision_id: review.hold_decision_id })
    .orderBy('id');
  const tally = options.tally(reviews);
  await setReviewParties(
    tx,
    review.request_id,
    to === 'held' ? tally.helps : [],
  );
  if (to === 'held') {
    await tx('action_request')
      .where({ id: review.request_id })
      .update({
        ...tally.set,
        ...(tally.met && { quorum_met_at: now.toISOString() }),
      });
  }
  await appendEntry(tx, {
    stream: `action-request:${review.request_id}`,
    type: 'action-request.reviewed',
    body: {
      requestId: review.request_id,
      reviewId: review.id,
      holdDecisionId: review.hold_decision_id,
      presentationDigest: review.presentation_digest,
      verdict: review.verdict,
      actionDigest,
      from: 'held',
      to,
      revision,
    },
    payloads: [
      {
        name: 'review',
        content: {
          reviewerRef: review.reviewer_ref,
          standing: review.standing,
          standingRefs: JSON.parse(review.standing_refs),
          comment: review.comment,
          consideredMs: Number(review.considered_ms),
        },
        classification: 'person',
      },
      {
        name: 'presentation',
        content: JSON.parse(presentation),
        classification: 'facts',
      },
    ],
    time: now,
  });
  await bumpEpoch(tx);
  await enqueue(tx, messages, now);
  return tally;
}
