/**
 * A place where a person looks, decided in advance.
 *
 * Satisfied by any one of its alternatives. Where a decision has several checkpoints, all of them must be satisfied,
 * and the shortest of their times counts.
 *
 * @public
 */
export interface Checkpoint {
  /** Unique within its decision. */
  id: string;
  /** The policy that asks for it; absent for the portal's default checkpoint. */
  policy?: string;
  /** The rule of that policy. */
  rule?: string;
  anyOf: CheckpointAlternative[];
  /** What became of what the policy asked for: alternatives that nobody can satisfy, reviewers asked instead. */
  notes?: string[];
  /** ISO 8601 duration. */
  decideWithin: string;
  /** ISO 8601 duration, from authorisation to the start of the execution. */
  executeWithin: string;
}

/** One way to satisfy a checkpoint: all its terms, each by people of its own (one person counts for one term). @public */
export interface CheckpointAlternative {
  allOf: CheckpointTerm[];
}

/** @public */
export interface CheckpointTerm {
  /** `target-owner`, or a group's or user's entity ref. */
  from: string;
  /** Entity refs `from` stood for when the decision was made. */
  resolved: string[];
  count: number;
}

/**
 * Who was found for the reviewers a hold asks for, when it was decided: how many people, never which, so that it can
 * be kept with the decision for ever.
 *
 * @public
 */
export interface ReviewersFound {
  lookups: ReviewerLookup[];
  /** All of them, counted by exactly what they stand for. */
  people: Array<{
    /** As `from` in `lookups`. */
    standsFor: string[];
    count: number;
  }>;
}

/** One kind of reviewer. @public */
export interface ReviewerLookup {
  /** As in {@link CheckpointTerm}, or `fallback`: whom the portal asks where too few are found. */
  from: string;
  /** Entity refs it stands for. */
  refs: string[];
  /** How many people those are, without those who never count. */
  eligible: number;
}

/** Which review counted for what, when the approvals of a hold were enough: each term by people of its own. @public */
export interface CheckpointSeats {
  /** Id of the checkpoint. */
  checkpoint: string;
  /** The alternative that is met, by its place in `anyOf`. */
  alternative: number;
  /** For each term of it, the ids of the reviews that count. */
  terms: string[][];
}

/** Every term of these checkpoints, of whichever alternative. @public */
export function checkpointTerms(checkpoints: Checkpoint[]): CheckpointTerm[] {
  return checkpoints.flatMap(({ anyOf }) =>
    anyOf.flatMap(({ allOf }) => allOf),
  );
}

/** Every group or person that may satisfy a part of these checkpoints, each once. @public */
export function reviewPartiesOf(checkpoints: Checkpoint[]): string[] {
  return [
    ...new Set(
      checkpointTerms(checkpoints).flatMap(({ resolved }) => resolved),
    ),
  ];
}
