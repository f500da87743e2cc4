import { ExpressionNode } from '../ExpressionNode';

/**
 * What a part of an expression comes to, as a text: the same for parts that are evaluated alike, wherever they stand
 * and however they are written. Of the types, the kind is enough: the rest follows from the names of facts.
 */
export function planText(node: ExpressionNode): string {
  return JSON.stringify(node, (key, value) => {
    if (key === 'offset') {
      return undefined;
    }
    return key === 'type' ? value.kind : exact(value);
  });
}

/** What JSON has no words for, so that no two values look alike. */
function exact(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return { int: String(value) };
  }
  return typeof value === 'number' &&
    (!Number.isFinite(value) || Object.is(value, -0))
    ? { double: Object.is(value, -0) ? '-0' : String(value) }
    : value;
}
