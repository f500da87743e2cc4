import { PolicyProblem } from '../PolicyProblem';
import { Checking } from './check/Checking';
import { checkNode } from './check/checkNode';
import { wholeValueProblem } from './check/checkName';
import { CompiledExpression } from './CompiledExpression';
import { costOf } from './costOf';
import { PlannedExpression } from './evaluate/PlannedExpression';
import { planExpression } from './evaluate/planExpression';
import { ExpressionNode } from './ExpressionNode';
import { EXPRESSION_LIMITS } from './limits';
import { parseExpression, SourceProblem } from './parseExpression';
import { formatFactType } from './types';

/** Where an expression stands, to say where its problems are. @public */
export interface ExpressionPlace {
  /** Of the policy document; `when` if not given. */
  field?: string;
  file?: string;
  /** The line of the file on which the expression begins, from 1. */
  firstLine?: number;
}

/** @public */
export type CompileResult =
  | { ok: true; expression: CompiledExpression }
  | { ok: false; problems: PolicyProblem[] };

/**
 * Checks an expression over the facts and makes it ready to be evaluated.
 *
 * The language is a subset of CEL (Common Expression Language): literals, the facts of `FACT_SCHEMA`,
 * comparison, arithmetic, logic, `?:`, `in`, lists, functions of texts, `exists`, `all` and `exists_one`
 * over lists, `timestamp()` and `duration()`. Everything that can be known to be wrong is said here,
 * with line and column; never throws.
 *
 * @public
 */
export function compileExpression(
  source: string,
  place: ExpressionPlace = {},
): CompileResult {
  const parsing = parseExpression(source);
  if ('problem' in parsing) {
    return refused(source, place, [parsing.problem]);
  }
  const checking = new Checking(parsing.parsed);
  const root = checkNode(parsing.parsed.expr, checking);
  if (checking.problems.length > 0) {
    return refused(source, place, checking.problems);
  }
  const cost = costOf(root);
  const problem = rootProblem(root) ?? costProblem(root, cost);
  if (problem) {
    return refused(source, place, [problem]);
  }
  return {
    ok: true,
    expression: new PlannedExpression(
      source,
      checking.paths(),
      cost,
      planExpression(root),
    ),
  };
}

function rootProblem(root: ExpressionNode): SourceProblem | undefined {
  return root.type.kind === 'bool' || root.type.kind === 'json'
    ? undefined
    : {
        offset: root.offset,
        reason:
          wholeValueProblem(root) ??
          `comes out as ${formatFactType(root.type)}, not as true or false`,
      };
}

function costProblem(
  { offset }: ExpressionNode,
  cost: number,
): SourceProblem | undefined {
  return cost > EXPRESSION_LIMITS.cost
    ? {
        offset,
        reason: `can take ${cost} steps, at most ${EXPRESSION_LIMITS.cost} are allowed; conditions over lists within lists and regular expressions take most`,
      }
    : undefined;
}

function refused(
  source: string,
  { field = 'when', file, firstLine = 1 }: ExpressionPlace,
  problems: SourceProblem[],
): CompileResult {
  return {
    ok: false,
    problems: problems.map(({ offset, reason, suggestion }) => {
      const before = source.slice(0, offset).split(/\r\n|\r|\n/);
      return {
        field,
        ...(file !== undefined && { file }),
        line: firstLine + before.length - 1,
        column: before[before.length - 1].length + 1,
        expression: source.slice(0, EXPRESSION_LIMITS.sourceLength),
        reason,
        ...(suggestion !== undefined && { suggestion }),
      };
    }),
  };
}
