import { ExpressionNode } from '../ExpressionNode';
import { EXPRESSION_LIMITS } from '../limits';
import { LibraryExpr } from '../parseExpression';
import { BOOL, DOUBLE, INT, STRING } from '../types';
import { Checking } from './Checking';

type Constant = Extract<
  LibraryExpr['exprKind'],
  { case: 'constExpr' }
>['value'];

const INT_BITS = 64;

export function checkLiteral(
  { constantKind }: Constant,
  offset: number,
  checking: Checking,
): ExpressionNode {
  const { value } = constantKind;
  switch (constantKind.case) {
    case 'boolValue':
      return { kind: 'literal', value: constantKind.value, type: BOOL, offset };
    case 'stringValue':
      return constantKind.value.length <= EXPRESSION_LIMITS.stringLength
        ? { kind: 'literal', value: constantKind.value, type: STRING, offset }
        : checking.fail(offset, 'has a text that is too long');
    case 'int64Value':
      return BigInt.asIntN(INT_BITS, constantKind.value) === constantKind.value
        ? { kind: 'literal', value: constantKind.value, type: INT, offset }
        : checking.fail(
            offset,
            'has a whole number that does not fit into 64 bits',
          );
    case 'doubleValue':
      return Number.isFinite(constantKind.value)
        ? { kind: 'literal', value: constantKind.value, type: DOUBLE, offset }
        : checking.fail(offset, 'has a number that is too large');
    case 'uint64Value':
      return checking.fail(
        offset,
        'has an unsigned number; no fact is one',
        String(value),
      );
    case 'nullValue':
      return checking.fail(
        offset,
        'has `null`; a fact that is missing is unknown, it is never equal to null',
      );
    default:
      return checking.fail(
        offset,
        'has a constant other than true, false, a number or a text',
      );
  }
}
