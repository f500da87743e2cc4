import { FactRead, Facts, Ternary } from '../../model';
import { FactPath } from '../facts';

/** What an expression came to, over one decision's facts. @public */
export interface ExpressionOutcome {
  result: Ternary;
  /** The facts that this evaluation read, each once, in the order it came to them. */
  reads: FactRead[];
  /** Why the result is unknown, where the reason is not that a fact is: a missing key, a division by zero. */
  problem?: string;
}

/** An expression that was checked, and can be evaluated over any facts. @public */
export interface CompiledExpression {
  source: string;
  /** Every fact it could ever read. */
  reads: readonly FactPath[];
  /** The steps it takes at most; see `EXPRESSION_LIMITS.cost`. */
  cost: number;
  /** Never throws. The facts are sealed: what was read of them once is not read again. */
  evaluate(facts: Facts): ExpressionOutcome;
}
