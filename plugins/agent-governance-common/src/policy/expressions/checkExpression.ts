import { FactPath } from '../facts';
import { Checking } from './check/Checking';
import { checkNode } from './check/checkNode';
import { wholeValueProblem } from './check/checkName';
import { costOf } from './costOf';
import { ExpressionNode } from './ExpressionNode';
import { EXPRESSION_LIMITS } from './limits';
import { parseExpression, SourceProblem } from './parseExpression';
import { formatFactType } from './types';

export interface CheckedExpression {
  root: ExpressionNode;
  /** Every fact it could ever read. */
  paths: readonly FactPath[];
  cost: number;
}

/** Parses and checks; everything that is wrong, or a tree in which nothing is. Never throws. */
export function checkExpression(
  source: string,
): CheckedExpression | { problems: SourceProblem[] } {
  const parsing = parseExpression(source);
  if ('problem' in parsing) {
    return { problems: [parsing.problem] };
  }
  const checking = new Checking(source, parsing.parsed);
  const root = checkNode(parsing.parsed.expr, checking);
  if (checking.problems.length > 0) {
    return { problems: checking.problems };
  }
  const cost = costOf(root);
  const problem = rootProblem(root) ?? costProblem(root, cost);
  return problem
    ? { problems: [problem] }
    : { root, paths: checking.paths(), cost };
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
