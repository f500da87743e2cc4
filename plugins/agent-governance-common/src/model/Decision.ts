import { Checkpoint, ReviewerLookup } from './Checkpoint';
import { JsonObject, JsonValue } from './json';
import { FactState } from './Fact';

/** @public */
export type Verdict = 'allow' | 'hold' | 'deny';

/**
 * Why a verdict is what it is. Three of these are refusals and never look alike:
 * `denied` (a rule said no), `not-granted` (nobody said yes), `could-not-evaluate` (and therefore not run).
 *
 * @public
 */
export type DecisionReason =
  | 'granted'
  | 'denied'
  | 'not-granted'
  | 'could-not-evaluate';

/** Kleene's third value is spelt out: it is neither. @public */
export type Ternary = true | false | 'unknown';

/** A fact a rule actually read, as it stood. @public */
export interface FactRead {
  /** Path in the sealed facts, for example `target.owner`. */
  path: string;
  value?: JsonValue;
  state: FactState;
  source: string;
  observedAt?: string;
  note?: string;
}

/** One node of a policy's criteria, evaluated. @public */
export type CriteriaTrace =
  | { kind: 'allOf' | 'anyOf'; result: Ternary; children: CriteriaTrace[] }
  | { kind: 'not'; result: Ternary; children: [CriteriaTrace] }
  | {
      kind: 'rule';
      rule: string;
      params: JsonObject;
      result: Ternary;
      /** One clause, in words, that says what the rule found. */
      because: string;
      reads: FactRead[];
    };

/** What one rule of one policy said. @public */
export interface RuleResult {
  name: string;
  effect: 'deny' | 'require-approval' | 'allow';
  matched: Ternary;
  because: string;
  reads: FactRead[];
  /** For policies of the portal level: the criteria the portal returned, evaluated. */
  criteria?: CriteriaTrace;
}

/** @public */
export interface PolicyResult {
  id: string;
  title: string;
  rules: RuleResult[];
}

/** @public */
export type PolicyLevel =
  | 'portal'
  | 'organization'
  | 'environment'
  | 'team'
  | 'service'
  | 'agent';

/** What one level had to say; `stops` stands above them all, and no policy is written for it. @public */
export interface LevelResult {
  level: PolicyLevel | 'stops';
  /** Whether this level said yes (possibly after approval). */
  granted: boolean;
  effect: 'deny' | 'require-approval' | 'allow' | 'none';
  /** Set when this level could not be evaluated. */
  couldNotEvaluate?: string;
  because: string;
  policies: PolicyResult[];
}

/**
 * A verdict with the complete way there.
 *
 * @public
 */
export interface Decision {
  id: string;
  requestId: string;
  /** What the decision was made for. */
  purpose: 'proposal' | 'review' | 'effect';
  verdict: Verdict;
  reason: DecisionReason;
  because: string;
  /** The clock reading the decision used, ISO 8601. */
  effectiveAt: string;
  factsDigest: string;
  policySetDigest: string;
  /** The action digest of the request. */
  requestDigest: string;
  engineVersion: string;
  levels: LevelResult[];
  checkpoints: Checkpoint[];
  /** Who could review when this was decided: an input, kept so that the decision can be replayed. */
  reviewers?: ReviewerLookup[];
}
