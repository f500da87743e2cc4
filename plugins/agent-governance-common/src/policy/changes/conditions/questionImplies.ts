import { ExpressionNode } from '../../expressions/ExpressionNode';
import { planText } from '../../expressions/evaluate/planText';
import { Question } from './Condition';

/** `than`, of what, and whether the limit itself is still in: `history.mutations.lastHour < 10`. */
interface Comparison {
  of: string;
  than: 'less' | 'greater';
  limit: bigint | number;
  isIn: boolean;
}

const COMPARISONS: Record<string, Pick<Comparison, 'than' | 'isIn'>> = {
  '_<_': { than: 'less', isIn: false },
  '_<=_': { than: 'less', isIn: true },
  '_>_': { than: 'greater', isIn: false },
  '_>=_': { than: 'greater', isIn: true },
};

/**
 * Whether one question is true only where the other is, and unknown only where that is true or unknown: a smaller
 * limit for the same value, fewer values of a list, a longer beginning of an action's id.
 */
export function questionImplies(one: Question, other: Question): boolean {
  if (one.negated !== other.negated) {
    return false;
  }
  const [narrow, wide] = one.negated ? [other, one] : [one, other];
  if (narrow.name === wide.name) {
    return true;
  }
  if (narrow.action !== undefined && wide.action !== undefined) {
    return actionImplies(narrow.action, wide.action);
  }
  return narrow.node !== undefined && wide.node !== undefined
    ? comparisonImplies(narrow.node, wide.node) ||
        membershipImplies(narrow.node, wide.node)
    : false;
}

function actionImplies(narrow: string, wide: string): boolean {
  if (!wide.endsWith('*')) {
    return narrow === wide;
  }
  const start = narrow.endsWith('*') ? narrow.slice(0, -1) : narrow;
  return start.startsWith(wide.slice(0, -1));
}

function comparisonImplies(one: ExpressionNode, other: ExpressionNode) {
  const [narrow, wide] = [comparisonOf(one), comparisonOf(other)];
  if (
    !narrow ||
    !wide ||
    narrow.of !== wide.of ||
    narrow.than !== wide.than ||
    typeof narrow.limit !== typeof wide.limit
  ) {
    return false;
  }
  if (narrow.limit === wide.limit) {
    return wide.isIn || !narrow.isIn;
  }
  return narrow.than === 'less'
    ? narrow.limit < wide.limit
    : narrow.limit > wide.limit;
}

/** A value and a constant, whichever stands first. */
function comparisonOf(node: ExpressionNode): Comparison | undefined {
  const said = node.kind === 'call' ? COMPARISONS[node.name] : undefined;
  if (node.kind !== 'call' || !said) {
    return undefined;
  }
  const [left, right] = node.args;
  const after = numberOf(right);
  if (after !== undefined) {
    return { of: planText(left), ...said, limit: after };
  }
  const before = numberOf(left);
  return before === undefined
    ? undefined
    : {
        of: planText(right),
        than: said.than === 'less' ? 'greater' : 'less',
        isIn: said.isIn,
        limit: before,
      };
}

function numberOf(node: ExpressionNode): bigint | number | undefined {
  return node.kind === 'literal' &&
    (typeof node.value === 'bigint' || typeof node.value === 'number')
    ? node.value
    : undefined;
}

function membershipImplies(one: ExpressionNode, other: ExpressionNode) {
  const [narrow, wide] = [textsOf(one), textsOf(other)];
  return (
    narrow !== undefined &&
    wide !== undefined &&
    narrow.of === wide.of &&
    narrow.texts.every(text => wide.texts.includes(text))
  );
}

/** Which texts something is asked to be one of: `x in ['a', 'b']`, or `x == 'a'`. */
function textsOf(
  node: ExpressionNode,
): { of: string; texts: string[] } | undefined {
  if (node.kind !== 'call' || !['@in', '_==_'].includes(node.name)) {
    return undefined;
  }
  const [left, right] = node.args;
  const [value, words] =
    left.kind === 'literal' ? [right, [left]] : [left, wordsOf(right)];
  const texts = words.flatMap(word =>
    word.kind === 'literal' && typeof word.value === 'string'
      ? [word.value]
      : [],
  );
  return value.type.kind === 'string' &&
    texts.length > 0 &&
    texts.length === words.length
    ? { of: planText(value), texts }
    : undefined;
}

function wordsOf(node: ExpressionNode): ExpressionNode[] {
  return node.kind === 'list' ? node.items : [node];
}
