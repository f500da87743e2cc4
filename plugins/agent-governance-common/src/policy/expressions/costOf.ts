import { ExpressionNode, NodeOf } from './ExpressionNode';
import { patternInstructions } from './library';
import { EXPRESSION_LIMITS } from './limits';

/** Characters of a text that are compared in one step. */
const CHARACTERS = 256;
/** Characters that one instruction of a regular expression looks at in one step. */
const MATCHED_CHARACTERS = 32;
/** Steps of the library around the condition, for each entry of a list. */
const PER_ENTRY = 6;

/**
 * The steps that evaluating an expression takes at most, whatever the facts: every branch taken,
 * every list as long as lists may be, every text as long as texts may be.
 */
export function costOf(node: ExpressionNode): number {
  switch (node.kind) {
    case 'literal':
    case 'variable':
      return 1;
    case 'fact':
      // Taken over from the facts once, entry by entry.
      return 1 + weightOf(node);
    case 'select':
    case 'index':
      return 1 + costOf(node.operand);
    case 'not':
      return 1 + costOf(node.arg);
    case 'and':
    case 'or':
      return sum(node.args) + node.args.length;
    case 'conditional':
      return (
        1 + costOf(node.condition) + costOf(node.then) + costOf(node.otherwise)
      );
    case 'list':
      return 1 + sum(node.items);
    case 'comprehension':
      return (
        1 +
        costOf(node.range) +
        lengthOf(node.range) * (PER_ENTRY + costOf(node.body))
      );
    default:
      return 1 + sum(node.args) + callCost(node);
  }
}

function sum(nodes: ExpressionNode[]): number {
  return nodes.reduce((total, node) => total + costOf(node), 0);
}

/** What a function does with its arguments once it has them. */
function callCost({ name, args }: NodeOf<'call'>): number {
  switch (name) {
    case '@in':
      return lengthOf(args[1]) * (1 + textSteps(args[0]));
    case '_==_':
    case '_!=_':
      return Math.min(weightOf(args[0]), weightOf(args[1]));
    case 'matches':
      return Math.ceil(
        (charactersIn(args[0]) * instructionsOf(args[1])) / MATCHED_CHARACTERS,
      );
    case 'size':
      return args[0].type.kind === 'list' ? 1 : textSteps(args[0]);
    case 'startsWith':
    case 'endsWith':
    case '_<_':
    case '_<=_':
    case '_>_':
    case '_>=_':
      return Math.min(textSteps(args[0]), textSteps(args[1]));
    default:
      return args.reduce((total, arg) => total + textSteps(arg), 0);
  }
}

function instructionsOf(pattern: ExpressionNode): number {
  return pattern.kind === 'literal' && typeof pattern.value === 'string'
    ? patternInstructions(pattern.value)
    : EXPRESSION_LIMITS.patternInstructions;
}

function textSteps(node: ExpressionNode): number {
  const { kind } = node.type;
  return kind === 'string' || kind === 'json'
    ? Math.ceil(charactersIn(node) / CHARACTERS)
    : 0;
}

function charactersIn(node: ExpressionNode): number {
  if (node.kind === 'literal') {
    return typeof node.value === 'string' ? node.value.length : 0;
  }
  if (node.kind === 'conditional') {
    return Math.max(charactersIn(node.then), charactersIn(node.otherwise));
  }
  if (node.kind === 'call') {
    const parts = node.args.map(charactersIn);
    return parts.reduce((total, part) => total + part, 0);
  }
  return EXPRESSION_LIMITS.stringLength;
}

/** How many entries a list can have. */
function lengthOf(node: ExpressionNode): number {
  if (node.kind === 'list') {
    return node.items.length;
  }
  if (node.kind === 'conditional') {
    return Math.max(lengthOf(node.then), lengthOf(node.otherwise));
  }
  return node.type.kind === 'json'
    ? EXPRESSION_LIMITS.jsonListItems
    : EXPRESSION_LIMITS.listItems;
}

/** How many single values there are to look at in a value. */
function weightOf(node: ExpressionNode): number {
  const { kind } = node.type;
  if (kind === 'list') {
    return lengthOf(node);
  }
  return kind === 'json' ? EXPRESSION_LIMITS.jsonValues : textSteps(node);
}
