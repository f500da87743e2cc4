/**
 * How far the approvals of one hold have come.
 *
 * @public
 */
export interface ReviewProgress {
  /** Whether every checkpoint is satisfied. */
  met: boolean;
  /** Approvals that count, along the nearest way to satisfy each checkpoint; a person counts anew for each checkpoint. */
  approved: number;
  /** How many that way needs in all. */
  needed: number;
  /** In words: `1 of 2: one of group:default/sre still needed`. */
  because: string;
  /** Entity refs of groups and people: exactly those who are or belong to one of these would bring it further. */
  helps: string[];
  checkpoints: CheckpointProgress[];
}

/** The short of it, for lists. @public */
export type ReviewSummary = Pick<
  ReviewProgress,
  'met' | 'approved' | 'needed' | 'because'
>;

/** @public */
export interface CheckpointProgress {
  /** As in {@link Checkpoint}. */
  id: string;
  policy?: string;
  rule?: string;
  notes?: string[];
  met: boolean;
  /** Each of its alternatives, in their order; one of them is enough. */
  anyOf: AlternativeProgress[];
}

/** @public */
export interface AlternativeProgress {
  met: boolean;
  terms: TermProgress[];
  /** Who is still missing; empty when met. */
  missing: MissingReviews[];
}

/** @public */
export interface TermProgress {
  /** As in {@link CheckpointTerm}. */
  from: string;
  resolved: string[];
  count: number;
  /** The people who count for it. Who could count for several terms counts for one. */
  approvedBy: string[];
}

/** So many more people, of any of these. @public */
export interface MissingReviews {
  count: number;
  /** As in {@link CheckpointTerm}: several where somebody who counts for one now could count for another instead. */
  from: string[];
  /** Entity refs that these stand for. */
  resolved: string[];
}
