import {
  Decision,
  ReplayScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import type { DatabaseDecisionHistory } from './DatabaseDecisionHistory';

/** A recorded decision, without what it was made from. */
export interface DecisionKey {
  id: string;
  /** ISO 8601. */
  effectiveAt: string;
  requestId: string;
  purpose: Decision['purpose'];
  verdict: Decision['verdict'];
  factsDigest: string;
  policySetDigest: string;
  agentRef: string;
  actionId: string;
  targetRef: string;
  environment: string;
}

/** A stretch of the record. */
export interface HistoryPage {
  /** In the order they were made. */
  keys: DecisionKey[];
  /** Where the next page begins; absent when this was the last. */
  next?: { at: string; id: string };
}

/** Which decisions; the rest of a scope is looked at by whoever reads. */
export type HistoryWindow = Pick<ReplayScope, 'from' | 'to'>;

/** The record of decisions, read from one end to the other. */
export type DecisionHistory = Pick<
  DatabaseDecisionHistory,
  keyof DatabaseDecisionHistory
>;
