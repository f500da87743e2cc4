import { JsonObject } from './json';

/** What somebody can say came of an action: it happened, or it did not. @public */
export type KnownOutcome = 'succeeded' | 'failed';

/** @public */
export const KNOWN_OUTCOMES: readonly KnownOutcome[] = ['succeeded', 'failed'];

/**
 * What an agent says it saw of an action of its own whose outcome nobody can tell.
 *
 * A claim, for the person who finds out: it moves nothing and counts nowhere.
 *
 * @public
 */
export interface OutcomeReport {
  outcome: KnownOutcome;
  /** In the agent's words: hostile text, shown as plain text. */
  note?: string;
  /** What it saw, as it says. */
  evidence?: JsonObject;
  /** How many it sent so far; this is the latest. */
  number: number;
  /** ISO 8601. */
  reportedAt: string;
}

/** Through what somebody may say what came of an action. @public */
export type ReconciliationStanding = 'target-owner' | 'platform-admin';

/** @public */
export const RECONCILIATION_STANDINGS: readonly ReconciliationStanding[] = [
  'target-owner',
  'platform-admin',
];

/** What a person found out about an outcome nobody could tell. @public */
export interface Reconciliation {
  outcome: KnownOutcome;
  /** How they found out, in their words. */
  comment: string;
  /** Entity ref of the person. */
  reconciledBy: string;
  standing: ReconciliationStanding;
  /** Entity ref of the group or person they have it through. */
  via: string;
  /** ISO 8601. */
  reconciledAt: string;
}
