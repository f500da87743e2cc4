import { checkExpression } from '../../expressions/checkExpression';
import { planText } from '../../expressions/evaluate/planText';
import { ExpressionNode, NodeOf } from '../../expressions/ExpressionNode';
import { ALWAYS, allOf, anyOf, Condition, NEVER, question } from './Condition';

/**
 * What an expression asks. Its `&&`, `||` and `!` are looked into, as the engine evaluates them: with three values, so
 * that what holds of the formula holds where facts are unknown as well.
 *
 * @param source - absent: always
 */
export function expressionCondition(source: string | undefined): Condition {
  if (source === undefined) {
    return ALWAYS;
  }
  const checked = checkExpression(source);
  // a text that is no expression is like itself, and that is all that is known of it
  return 'root' in checked
    ? conditionOf(checked.root, false)
    : question(`text ${source}`);
}

function conditionOf(node: ExpressionNode, negated: boolean): Condition {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'boolean'
        ? constant(node.value !== negated)
        : ask(node, negated);
    case 'not':
      return conditionOf(node.arg, !negated);
    case 'and':
    case 'or': {
      const parts = node.args.map(arg => conditionOf(arg, negated));
      return (node.kind === 'and') === negated ? anyOf(parts) : allOf(parts);
    }
    case 'call':
      return node.name === '_!=_'
        ? ask({ ...node, name: '_==_' }, !negated)
        : ask(node, negated);
    default:
      return ask(node, negated);
  }
}

function constant(value: boolean): Condition {
  return value ? ALWAYS : NEVER;
}

function ask(node: ExpressionNode, negated: boolean): Condition {
  const asked =
    node.kind === 'call' && node.name === '_==_' ? inOrder(node) : node;
  return question(`expression ${planText(asked)}`, { node: asked, negated });
}

/** On which side of `==` something stands means nothing. */
function inOrder(node: NodeOf<'call'>): NodeOf<'call'> {
  const [left, right] = node.args;
  return planText(left) <= planText(right)
    ? node
    : { ...node, args: [right, left] };
}
