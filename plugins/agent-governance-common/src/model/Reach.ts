import { DecisionReason, Verdict } from './Decision';
import { EffectClass } from './EffectClass';

/** How many targets may be asked about at once. @public */
export const MAX_REACH_TARGETS = 25;

/** How many actions may be asked about at once. @public */
export const MAX_REACH_ACTIONS = 25;

/**
 * What would be decided if one agent asked for any of these actions on any of these targets just now.
 *
 * A forecast, with everything {@link Outlook} says of one.
 *
 * @public
 */
export interface Reach {
  agentRef: string;
  /** ISO 8601. */
  decidedAt: string;
  environment: string;
  /** In the order they were asked about. */
  actions: ReachAction[];
  /** In the order they were asked about; without those the reader may not read. */
  targets: ReachTarget[];
}

/** @public */
export interface ReachAction {
  actionId: string;
  actionTitle: string;
  effectClass: EffectClass;
}

/** @public */
export interface ReachTarget {
  targetRef: string;
  /** One for each action that is for this target; the others cannot be asked for here at all. */
  verdicts: ReachVerdict[];
}

/** @public */
export interface ReachVerdict {
  actionId: string;
  verdict: Verdict;
  reason: DecisionReason;
  /** One sentence that says why. */
  because: string;
}

/** What of an agent's reach is asked about. @public */
export interface ReachQuery {
  /** Entity refs, up to {@link MAX_REACH_TARGETS}. */
  targets: string[];
  /** Ids of actions, up to {@link MAX_REACH_ACTIONS}. */
  actions: string[];
  environment: string;
}
