/** @public */
export type ReviewVerdict = 'approve' | 'reject';

/** One person's vote on one held request, bound to exactly what they were shown. @public */
export interface Review {
  id: string;
  requestId: string;
  holdDecisionId: string;
  presentationDigest: string;
  reviewerRef: string;
  verdict: ReviewVerdict;
  comment?: string;
  /** Through which group or role the reviewer had standing. */
  standing: string;
  /** Whether it counts for the hold the request is in now. */
  counts: boolean;
  /** Milliseconds between rendering the presentation and the vote. */
  consideredMs: number;
  /** ISO 8601. */
  createdAt: string;
}
