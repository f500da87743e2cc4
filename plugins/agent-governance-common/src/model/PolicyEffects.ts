import { RuleResult, Verdict } from './Decision';

/**
 * What a policy came to by itself in one decision.
 *
 * `could-not-evaluate`: a rule of it that denies might have matched, and that could not be established.
 * `none`: it applied, and none of its rules said anything.
 *
 * @public
 */
export type PolicyEffect = RuleResult['effect'] | 'could-not-evaluate' | 'none';

/** What one policy document did in one decision, or would have done. @public */
export interface PolicyEffectOnDecision {
  /** Entity ref. */
  policyRef: string;
  /** SHA-256 (hex) of its text; absent for one that cannot be read and never could. */
  digest?: string;
  mode: 'enforce' | 'shadow';
  effect: PolicyEffect;
  /** Names of its rules that said something, or might have. */
  rules: string[];
  /** In shadow mode: what the whole verdict would have been, where that is another than it was. */
  wouldBe?: Verdict;
}

/** How often a policy applied to a decision, and what it came to. @public */
export interface PolicyEffectCounts {
  /** Decisions it applied to. */
  decisions: number;
  denied: number;
  held: number;
  allowed: number;
  /** It was not known whether it would have denied. */
  notEvaluated: number;
  /** In shadow mode: decisions whose whole verdict would have been another. */
  changed: number;
  /** Of those, by what the verdict would have been. */
  wouldDeny: number;
  wouldHold: number;
  wouldAllow: number;
}

/** What a policy did while it was enforced, and what it would have done while it was in shadow mode. @public */
export interface PolicyEffectModes {
  enforce: PolicyEffectCounts;
  shadow: PolicyEffectCounts;
}

/**
 * What one policy did lately, or would have done: of the decisions that the reader may see, and of no others.
 *
 * @public
 */
export interface PolicyEffects {
  policyRef: string;
  /** The first day that is counted, and the last, UTC: `2026-11-23`. */
  from: string;
  to: string;
  total: PolicyEffectModes;
  /** Every day, the oldest first. */
  days: Array<PolicyEffectModes & { day: string }>;
  /** By agent, the one with the most decisions first; at most fifty. */
  agents: Array<PolicyEffectModes & { agentRef: string }>;
  /** Rules that said something, or might have, the most frequent first; at most fifty. */
  rules: Array<{ name: string; mode: 'enforce' | 'shadow'; decisions: number }>;
  /** Some of the latest decisions, the latest first: those it would have changed before others. At most ten. */
  latest: PolicyEffectSample[];
  /** Older decisions are still being counted, as after an upgrade: then there may be more of everything. */
  catchingUp: boolean;
  /** There is more than could be looked at: what is told is about the part that was. */
  partial: boolean;
}

/** One decision that a policy applied to. @public */
export interface PolicyEffectSample {
  requestId: string;
  decisionId: string;
  /** ISO 8601. */
  at: string;
  /** Entity refs. */
  agentRef: string;
  targetRef: string;
  actionId: string;
  environment: string;
  verdict: Verdict;
  mode: 'enforce' | 'shadow';
  effect: PolicyEffect;
  rules: string[];
  wouldBe?: Verdict;
}

/** What a policy decided lately, in a list: of the decisions that the reader may see. @public */
export interface PolicyLately {
  /** The first day that is counted, UTC: `2026-11-23`. */
  since: string;
  /** Decisions in which a rule of it said something, enforced or in shadow mode. */
  matched: number;
  /** In shadow mode: decisions whose whole verdict would have been another. */
  changed: number;
}
