import { ExpressionNode } from '../ExpressionNode';
import { EXPRESSION_LIMITS } from '../limits';
import { LibraryExpr, tooDeep } from '../parseExpression';
import { checkCall } from './checkCall';
import { checkComprehension } from './checkComprehension';
import { checkList } from './checkList';
import { checkLiteral } from './checkLiteral';
import { checkName } from './checkName';
import { Checking } from './Checking';

/** Checks a part of an expression, given how deep it stands. */
export type CheckNode = (expr: LibraryExpr | undefined) => ExpressionNode;

/**
 * Turns the library's tree into ours: names resolved against the facts, every part typed, nothing
 * left of what the subset does not have. What is wrong goes on record in `checking`.
 */
export function checkNode(
  expr: LibraryExpr | undefined,
  checking: Checking,
  depth = 0,
): ExpressionNode {
  if (!expr) {
    return checking.fail(0, 'is not an expression');
  }
  const offset = checking.offsetOf(expr);
  if (depth > EXPRESSION_LIMITS.depth) {
    return checking.fail(offset, tooDeep());
  }
  const check: CheckNode = inner => checkNode(inner, checking, depth + 1);
  const { exprKind } = expr;
  switch (exprKind.case) {
    case 'constExpr':
      return checkLiteral(exprKind.value, offset, checking);
    case 'identExpr':
    case 'selectExpr':
      return checkName(expr, checking, check);
    case 'listExpr':
      return checkList(exprKind.value.elements, offset, checking, check);
    case 'callExpr':
      return checkCall(expr, exprKind.value, checking, check);
    case 'comprehensionExpr':
      return checkComprehension(expr, exprKind.value, checking, check);
    case 'structExpr':
      return checking.fail(
        offset,
        'has a map or message in braces; only lists and single values can be written here',
      );
    default:
      return checking.fail(offset, 'has a part that is not understood');
  }
}
