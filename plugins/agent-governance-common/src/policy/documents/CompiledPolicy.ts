import { FactPath } from '../facts';
import { CompiledExpression } from '../expressions/CompiledExpression';
import { PolicyProblem } from '../PolicyProblem';
import { TargetTest } from './targets';
import { PolicyDocument, PolicyDocumentRule } from './PolicyDocument';

/**
 * A policy that is ready to be evaluated.
 *
 * @public
 */
export interface CompiledPolicy {
  readonly document: PolicyDocument;
  /** Upper bound of what evaluating all its expressions costs. */
  readonly cost: number;
  /** Every fact its scope and its expressions could look at. */
  readonly reads: readonly FactPath[];
  /** What its author should think about again; it counts all the same. */
  readonly warnings: readonly PolicyProblem[];
  /** Its scope over targets, if it has one. Only the engine looks at it. */
  readonly targets?: TargetTest;
  /** Its rules, in the one order they are shown in. Only the engine looks at them. */
  readonly rules: readonly CompiledRule[];
}

/** A rule with its expression, if it has one. @public */
export interface CompiledRule {
  readonly rule: PolicyDocumentRule;
  readonly when?: CompiledExpression;
}
