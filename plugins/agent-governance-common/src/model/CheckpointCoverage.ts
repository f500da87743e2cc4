import type { DocumentLevel } from '../policy/documents';
import { PolicyStanding, RuleResult } from './Decision';
import { JsonObject } from './json';

/**
 * What policy documents let happen at most, of one action in one environment.
 *
 * - `denied`, `held`: whatever else may be said, documents deny it, or have a person look.
 * - `allowed`: a rule lets it through by name.
 * - `uncovered`: no rule of any document could say anything about it. Nobody decided.
 *
 * Where documents speak only of some requests (`partly`), it is the loosest of what they say.
 *
 * @public
 */
export type CheckpointCoverageState =
  | 'denied'
  | 'held'
  | 'allowed'
  | 'uncovered';

/** Every state, the strictest first and nobody's decision last. @public */
export const CHECKPOINT_COVERAGE_STATES: readonly CheckpointCoverageState[] = [
  'denied',
  'held',
  'allowed',
  'uncovered',
];

/**
 * Where each action that changes something is held, let through or denied by a policy document, and where nobody decided.
 * Worked out from the documents alone, for every action in every environment it can be asked for.
 *
 * @public
 */
export interface CheckpointCoverage {
  /** Of everything, whatever the cells are filtered by. */
  numbers: CheckpointCoverageNumbers;
  /** By rank, as requests are promoted. */
  environments: Array<{
    name: string;
    production: boolean;
    numbers: CheckpointCoverageNumbers;
  }>;
  /** By action id, then by rank of the environment. */
  cells: CheckpointCoverageCell[];
  /** Those that cells name, by ref. */
  policies: CoveringPolicy[];
  /** What decides beside documents, and is not looked at. */
  outside: CoverageLimit[];
}

/** How many cells are in which state. @public */
export interface CheckpointCoverageNumbers {
  cells: number;
  denied: number;
  held: number;
  allowed: number;
  uncovered: number;
  /** Of those denied, held or allowed: where that depends on the target or on a condition, and of other requests nobody decided. */
  partly: number;
}

/** One action that changes something, in one environment. @public */
export interface CheckpointCoverageCell {
  actionId: string;
  environment: string;
  state: CheckpointCoverageState;
  /** `always`: of every request. `partly`: of some. Absent when uncovered. */
  extent?: 'always' | 'partly';
  /** Rules that say something here: what is always so before what depends, and then the strictest first; at most ten. */
  rules: CoveringRule[];
  /** How many more there are. */
  moreRules: number;
  /** Rules of policies in shadow mode, which count for nothing; at most ten. */
  shadow: CoveringRule[];
  moreShadow: number;
}

/** A rule that says something about requests of a cell. @public */
export interface CoveringRule {
  /** Entity ref; absent when it is of a policy that the reader may not see. */
  policyRef?: string;
  /** Name of the rule; absent together with the policy. */
  rule?: string;
  effect: RuleResult['effect'];
  extent: 'always' | 'partly';
  /** What it depends on, all of it together; empty when always, or when the policy may not be seen. */
  dependsOn: CoverageDependency[];
  /**
   * Whether it is a yes: `alone`, `with-another-level` for the environment level, whose yes alone is none, or `never`:
   * it denies, or holds for want of a text that can be read.
   */
  grants: 'alone' | 'with-another-level' | 'never';
}

/** What it depends on whether a rule says something. @public */
export type CoverageDependency =
  /** The target belongs to this group, or to one below it. */
  | { on: 'owner'; owner: string }
  /** The target is this one, and belongs to this owner. */
  | { on: 'target'; target: string; owner: string }
  /** The target matches this filter predicate. */
  | { on: 'filter'; filter: JsonObject }
  /** This expression holds. */
  | { on: 'when'; when: string };

/** A policy whose rules cover something. @public */
export interface CoveringPolicy {
  /** Entity ref. */
  ref: string;
  title: string;
  level: DocumentLevel;
  mode: 'enforce' | 'shadow';
  /** Entity ref. */
  owner?: string;
  standing?: PolicyStanding;
}

/** Something that decides as well, and is not part of the coverage. @public */
export interface CoverageLimit {
  id: 'portal' | 'agent' | 'target' | 'required-levels' | 'conditions';
  /** What it is and why it is left out, in words. */
  because: string;
}
