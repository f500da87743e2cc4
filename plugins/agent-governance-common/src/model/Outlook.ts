import { UnblockStep } from './ActionRequest';
import { DecisionReason, Verdict } from './Decision';
import { EffectClass } from './EffectClass';

/**
 * What would be decided if one agent asked for anything it can on one target just now.
 *
 * A forecast, not a decision: nothing is recorded, nothing is promised, and only a request says what its input is.
 * What reads the input is therefore unknown here, which never makes a verdict looser; that the agent quotes the
 * context as it is now is taken for granted.
 *
 * @public
 */
export interface Outlook {
  agentRef: string;
  targetRef: string;
  /** ISO 8601. */
  decidedAt: string;
  /** Names, by rank. */
  environments: string[];
  /** The actions that are for targets of this kind, by id. */
  actions: OutlookAction[];
}

/** @public */
export interface OutlookAction {
  actionId: string;
  actionTitle: string;
  effectClass: EffectClass;
  /** One for each environment, in their order. */
  verdicts: OutlookVerdict[];
}

/** @public */
export interface OutlookVerdict {
  environment: string;
  verdict: Verdict;
  reason: DecisionReason;
  /** One sentence that says why. */
  because: string;
  /** What would turn it; only where one action in one environment was asked about, and only with deny and hold. */
  unblock: UnblockStep[];
}
