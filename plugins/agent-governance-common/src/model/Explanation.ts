import { ActionRequest } from './ActionRequest';
import { Decision } from './Decision';
import { Facts } from './Facts';
import { Review } from './Review';
import { LedgerEntryView } from './Ledger';

/** Everything about one request, in the order it happened. @public */
export interface Explanation {
  request: ActionRequest;
  /** Oldest first. */
  decisions: DecisionWithFacts[];
  /** Oldest first. */
  reviews: Review[];
  /** Oldest first. */
  entries: LedgerEntryView[];
  /** Who may review now; empty unless held. */
  eligibleReviewers: string[];
  /** Whether the person asking may review now, and if not, why. */
  mayReview: { allowed: boolean; because: string };
  mayWithdraw: boolean;
}

/** @public */
export interface DecisionWithFacts extends Decision {
  facts: Facts;
}

/** What the server rendered for one reviewer: a review quotes its digest. @public */
export interface ReviewPresentation {
  requestId: string;
  holdDecisionId: string;
  /** SHA-256 (hex) of the canonical content. */
  digest: string;
  /** ISO 8601. */
  renderedAt: string;
  content: ReviewPresentationContent;
}

/** @public */
export interface ReviewPresentationContent {
  request: Pick<
    ActionRequest,
    | 'id'
    | 'agentRef'
    | 'actionId'
    | 'actionTitle'
    | 'effectClass'
    | 'undo'
    | 'targetRef'
    | 'environment'
    | 'purpose'
    | 'onBehalfOf'
    | 'runId'
    | 'runStep'
    | 'runStartedAt'
    | 'runStartedBy'
    | 'input'
    | 'actionDigest'
  >;
  decision: Decision;
  facts: Facts;
  /** What differs now from the sealed facts. */
  changedSince: Array<{
    path: string;
    then: string;
    now: string;
  }>;
  reviews: Array<Pick<Review, 'reviewerRef' | 'verdict' | 'createdAt'>>;
}
