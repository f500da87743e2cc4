import { ActionRequestState } from '../model';
import { DecidedBody } from './bodySchemas';

/** A vote as the ledger holds it. */
export interface RecordedReview {
  holdDecisionId: string;
  verdict: 'approve' | 'reject';
  /** Absent when the payload is erased or was changed. */
  reviewerRef?: string;
}

/** What of a request decides whether a stop, or a delegation, covers it. */
export type RequestSubject = Pick<
  DecidedBody,
  'agentRef' | 'actionId' | 'targetRef' | 'environment'
>;

/** What the entries of one action request say so far. */
export interface RequestStory {
  state: ActionRequestState;
  revision: number;
  /** Of the first decision: everything after must be about the same action. */
  actionDigest?: string;
  /** Who asked for what on what, as first decided. */
  subject?: RequestSubject;
  /** The delegation it is done under, as first decided. */
  delegationId?: string;
  /** Whose delegation that is, as far as the name is there. */
  onBehalfOf?: string;
  /** The hold that reviews bind to. */
  holdDecisionId?: string;
  /** How many people are named whose approval counts for nothing. */
  notCounted: number;
  /** Who they are, as far as their names are there. */
  notCountedPeople: Set<string>;
  /** What the latest decision asks for. */
  checkpoints: DecidedBody['checkpoints'];
  reviews: Map<string, RecordedReview>;
  /** Whether the present authorisation came about by an allow, or by a hold whose quorum was met. */
  lawfullyAuthorised: boolean;
  attempt: number;
  leaseEpoch: number;
  idempotencyKey?: string;
  /** How many times its agent has said what it saw. */
  reports: number;
}

export function newStory(): RequestStory {
  return {
    state: 'proposed',
    revision: -1,
    notCounted: 0,
    notCountedPeople: new Set(),
    checkpoints: [],
    reviews: new Map(),
    lawfullyAuthorised: false,
    attempt: 0,
    leaseEpoch: 0,
    reports: 0,
  };
}
