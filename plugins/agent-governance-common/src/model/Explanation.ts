import { ActionRequest } from './ActionRequest';
import { Decision } from './Decision';
import { Facts } from './Facts';
import { Review } from './Review';
import { ReviewProgress } from './ReviewProgress';
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
  /** How far the approvals of the present hold have come; only while held. */
  progress?: ReviewProgress;
  /** Whose vote would still help; empty unless held. */
  eligibleReviewers: string[];
  /**
   * Whether the person asking may review now, and if not, why. `helps`: whether an approval of theirs would bring it
   * further; a rejection always ends it.
   */
  mayReview: { allowed: boolean; because: string; helps: boolean };
  /** Whether the person asking may say what came of it, and if not, why. */
  mayReconcile: { allowed: boolean; because: string };
  mayWithdraw: boolean;
}

/** @public */
export interface DecisionWithFacts extends Decision {
  facts: Facts;
}

/** A fact that is not what it was. @public */
export interface FactChange {
  path: string;
  then: string;
  now: string;
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
    | 'delegationId'
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
  changedSince: FactChange[];
  /** Only where it was decided before, and had to be held again. */
  heldBefore?: {
    /** When it was decided then, ISO 8601. */
    decidedAt: string;
    /** Who had approved it; their approvals do not count for the present hold. */
    approvedBy: string[];
    /** What differs in the facts of the present hold from those it was decided on then. */
    changes: FactChange[];
  };
  reviews: Array<Pick<Review, 'reviewerRef' | 'verdict' | 'createdAt'>>;
}
