import { Checkpoint, ReviewersFound } from './Checkpoint';
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

/**
 * On what text a policy decides. Anything but `current` means that something is wrong with it.
 *
 * - `current`: as it stands in the catalog.
 * - `last-good`: what stands in the catalog is broken; its last good text decides.
 * - `vanished`: it is gone from the catalog, and nobody confirmed that. What it forbids or holds, it still
 *   does; it no longer allows anything.
 * - `no-good-text`: broken, and never was otherwise: whatever changes something in its scope is held.
 *
 * @public
 */
export type PolicyStanding =
  | 'current'
  | 'last-good'
  | 'vanished'
  | 'no-good-text';

/** What one policy said: all its rules, those that did not match as well. @public */
export interface PolicyResult {
  /** For a policy document, its entity ref. */
  id: string;
  title: string;
  /** SHA-256 (hex) of the text that decided; only for documents. */
  digest?: string;
  /** Entity ref of who answers for it; only for documents and for what a target says about itself. */
  owner?: string;
  /** Only for documents. */
  standing?: PolicyStanding;
  rules: RuleResult[];
}

/** What a policy in shadow mode would have done. It counted for nothing. @public */
export interface ShadowResult {
  level: PolicyLevel;
  policy: PolicyResult;
  /** What the policy came to by itself. */
  effect: LevelResult['effect'];
  /** What the whole decision would have been, had this one policy been enforced. */
  verdict: Verdict;
}

/** @public */
export type PolicyLevel =
  | 'portal'
  | 'organization'
  | 'environment'
  | 'team'
  | 'service'
  | 'agent';

/**
 * What one level had to say. No policy is written for `stops`, which stands above them all, nor for `delegation`,
 * which is there when the request quotes one.
 *
 * @public
 */
export interface LevelResult {
  level: PolicyLevel | 'stops' | 'delegation';
  /** Whether this level said yes (possibly after approval). */
  granted: boolean;
  effect: 'deny' | 'require-approval' | 'allow' | 'none';
  /** Set when this level could not be evaluated. */
  couldNotEvaluate?: string;
  /** Set when this level did not say yes, and it is not known whether it would have: why. */
  openGrant?: string;
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
  /** Portal and agent always; another level only when a policy of it applies, or it has something to ask about. */
  levels: LevelResult[];
  /** What policies in shadow mode would have done. */
  shadow: ShadowResult[];
  checkpoints: Checkpoint[];
  /** Who could review when this was decided: an input, kept so that the decision can be replayed. */
  reviewers?: ReviewersFound;
}

/**
 * A decision as the engine makes it. What ties it to one request is added by whoever asked:
 * its id, the request, what it was made for, and the digests of request and facts.
 *
 * @public
 */
export type DecisionCore = Omit<
  Decision,
  'id' | 'requestId' | 'purpose' | 'requestDigest' | 'factsDigest'
>;
