import { ExpressionNode } from '../ExpressionNode';
import { nearestName } from '../nearestName';
import { BOOL, ExpressionType, formatFactType } from '../types';
import { Checking } from './Checking';
import { wholeValueProblem } from './checkName';
import { areComparable, isJson } from './comparable';

/** `==` and `!=`. */
export function checkEquality(
  name: '_==_' | '_!=_',
  args: ExpressionNode[],
  offset: number,
  checking: Checking,
): ExpressionNode {
  const [left, right] = args;
  if (!areComparable(left.type, right.type)) {
    return checking.fail(
      offset,
      wholeValueProblem(left) ??
        wholeValueProblem(right) ??
        `compares ${formatFactType(left.type)} with ${formatFactType(
          right.type,
        )}, which are never equal`,
    );
  }
  return (
    wordProblem(left.type, right, checking) ??
    wordProblem(right.type, left, checking) ?? {
      kind: 'call',
      name,
      args,
      method: false,
      type: BOOL,
      offset,
    }
  );
}

/** `in`: whether a value is among the entries of a list. */
export function checkIn(
  args: ExpressionNode[],
  offset: number,
  checking: Checking,
): ExpressionNode {
  const [value, list] = args;
  if (list.type.kind === 'map') {
    return checking.fail(
      offset,
      'asks whether a key is there: what is missing is unknown, never “absent, so fine”. Ask for its value',
    );
  }
  if (list.type.kind !== 'list' && !isJson(list.type)) {
    return checking.fail(
      offset,
      wholeValueProblem(list) ??
        `has ${formatFactType(list.type)} after \`in\`, which takes a list`,
    );
  }
  const entry = list.type.kind === 'list' ? list.type.of : list.type;
  if (!areComparable(value.type, entry)) {
    return checking.fail(
      offset,
      wholeValueProblem(value) ??
        `looks for ${formatFactType(value.type)} in ${formatFactType(
          list.type,
        )}, where it never is`,
    );
  }
  const words = list.kind === 'list' ? list.items : [];
  return (
    words
      .map(word => wordProblem(value.type, word, checking))
      .find(problem => problem) ??
    wordProblem(entry, value, checking) ?? {
      kind: 'call',
      name: '@in',
      args,
      method: false,
      type: BOOL,
      offset,
    }
  );
}

/** A word that something with fixed words is compared with, and never is. */
function wordProblem(
  type: ExpressionType,
  other: ExpressionNode,
  checking: Checking,
): ExpressionNode | undefined {
  const words = type.kind === 'string' && 'oneOf' in type && type.oneOf;
  if (
    !words ||
    other.kind !== 'literal' ||
    typeof other.value !== 'string' ||
    words.includes(other.value)
  ) {
    return undefined;
  }
  return checking.fail(
    other.offset,
    `compares with '${
      other.value
    }', which it never is; it is one of ${words.join(', ')}`,
    nearestName(other.value, words),
  );
}
