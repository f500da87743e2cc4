import { Facts } from '../../../model';
import { FactPath } from '../../facts';
import { CompiledExpression, ExpressionOutcome } from '../CompiledExpression';
import { FactReader } from './FactReader';
import { Plan } from './planExpression';

/** A checked expression with the plan it is evaluated by. */
export class PlannedExpression implements CompiledExpression {
  readonly #plan: Plan;

  constructor(
    readonly source: string,
    readonly reads: readonly FactPath[],
    readonly cost: number,
    plan: Plan,
  ) {
    this.#plan = plan;
  }

  evaluate(facts: Facts): ExpressionOutcome {
    const reader = new FactReader(facts);
    const result = this.#plan(reader);
    return result === 'unknown' && reader.problem !== undefined
      ? { result, reads: reader.reads, problem: reader.problem }
      : { result, reads: reader.reads };
  }
}
