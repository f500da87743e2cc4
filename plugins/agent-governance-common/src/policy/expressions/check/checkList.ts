import { ExpressionNode } from '../ExpressionNode';
import { LibraryExpr } from '../parseExpression';
import { ExpressionType, formatFactType, JSON_VALUE } from '../types';
import { Checking } from './Checking';
import type { CheckNode } from './checkNode';
import { commonType } from './comparable';

export function checkList(
  elements: LibraryExpr[],
  offset: number,
  checking: Checking,
  check: CheckNode,
): ExpressionNode {
  const items = elements.map(check);
  let of: ExpressionType = items[0]?.type ?? JSON_VALUE;
  for (const item of items) {
    const common = commonType(of, item.type);
    if (!common) {
      return checking.fail(
        item.offset,
        `has a list of different things: ${formatFactType(
          of,
        )} and ${formatFactType(item.type)}`,
      );
    }
    of = common;
  }
  return { kind: 'list', items, type: { kind: 'list', of }, offset };
}
