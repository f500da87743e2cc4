import {
  PolicyEffectCounts,
  PolicyEffectOnDecision,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A decision whose effects are not counted yet. */
export interface UntalliedDecision {
  id: string;
  /** ISO 8601. */
  effectiveAt: string;
  agentRef: string;
  targetRef: string;
  /** As `readEffects` takes it. */
  document: string;
}

/** What policies did in one decision. */
export interface TalliedDecision
  extends Pick<
    UntalliedDecision,
    'id' | 'effectiveAt' | 'agentRef' | 'targetRef'
  > {
  effects: PolicyEffectOnDecision[];
}

/**
 * Whose decisions are counted.
 *
 * Everything, or those of these agents on these targets, and all of `allOf`: agents whose requests are seen whatever their
 * target. A pair that is in none is never counted, though it came in a moment ago.
 */
export type EffectScope =
  | 'everything'
  | { agents: string[]; targets: string[]; allOf: string[] };

/** Counts of one policy. */
export interface CountedEffects extends PolicyEffectCounts {
  policyRef: string;
  mode: 'enforce' | 'shadow';
}

/** A decision of which a policy is told that it applied. */
export interface EffectSampleRow {
  decisionId: string;
  requestId: string;
  effectiveAt: string;
  agentRef: string;
  targetRef: string;
  actionId: string;
  environment: string;
  verdict: Verdict;
  effects: PolicyEffectOnDecision[];
}

/** What policies did, by day, agent and target. */
export interface PolicyEffectStore {
  /** Some that are not counted yet, the oldest first. */
  untallied(limit: number): Promise<UntalliedDecision[]>;
  /**
   * Counts decisions and marks them as counted, in one transaction; those that somebody else has counted, or is just
   * counting, are left out.
   *
   * @returns how many were counted here
   */
  tally(decisions: TalliedDecision[]): Promise<number>;
  /** When the oldest that is not counted was decided, ISO 8601. */
  oldestUntallied(): Promise<string | undefined>;
  /** Deletes counts of days before this one. */
  forgetBefore(day: string): Promise<void>;

  /** Who asked for what these policies decided about, the most frequent first. */
  pairs(options: {
    policyRefs: string[];
    since: string;
    limit: number;
  }): Promise<Array<{ agentRef: string; targetRef: string }>>;
  /** Sums of each policy, over all days. */
  sums(options: {
    policyRefs: string[];
    since: string;
    scope: EffectScope;
  }): Promise<CountedEffects[]>;
  /** Counts of one policy by day, by agent or by rule. */
  sumsBy(
    key: 'day' | 'agent' | 'rule',
    options: { policyRef: string; since: string; scope: EffectScope },
  ): Promise<Array<CountedEffects & { key: string }>>;
  /** Some of the latest decisions that a policy applied to, those it would have changed first. */
  latest(options: {
    policyRef: string;
    since: string;
    scope: EffectScope;
    limit: number;
  }): Promise<EffectSampleRow[]>;
}
