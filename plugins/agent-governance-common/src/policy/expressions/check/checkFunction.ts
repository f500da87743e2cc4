import { ExpressionNode } from '../ExpressionNode';
import { constantProblem, patternProblem } from '../library';
import { nearestName } from '../nearestName';
import { LibraryExpr } from '../parseExpression';
import { formatFactType, INT } from '../types';
import { Checking } from './Checking';
import { wholeValueProblem } from './checkName';
import type { CheckNode } from './checkNode';
import { FUNCTION_NAMES, FUNCTIONS, METHODS, resultType } from './signatures';

type Call = Extract<LibraryExpr['exprKind'], { case: 'callExpr' }>['value'];

/** Why what others offer is not here, where the reason helps more than “no such function”. */
const NOT_HERE: Readonly<Record<string, string>> = {
  has: 'has `has()`: a fact that is missing is unknown, never “absent, so fine”. Ask for the value itself',
  map: 'has `map`, which is not among what can be used; `exists` and `all` look into lists',
  filter:
    'has `filter`, which is not among what can be used; `exists` and `all` look into lists',
  getHours:
    'has `getHours`; the facts about time are in the zone that is configured',
  getDayOfWeek:
    'has `getDayOfWeek`; the facts about time are in the zone that is configured',
};

/** A function, standing alone or called on a value. */
export function checkFunction(
  expr: LibraryExpr,
  call: Call,
  checking: Checking,
  check: CheckNode,
): ExpressionNode {
  const offset = call.target
    ? checking.offsetAfterDot(expr)
    : checking.offsetOf(expr);
  const name = call.function;
  const known = call.target ? METHODS : FUNCTIONS;
  if (!Object.hasOwn(known, name) && name !== 'size') {
    return unknownFunction(name, offset, checking, call);
  }
  const args = [...(call.target ? [call.target] : []), ...call.args].map(check);
  const types = args.map(arg => arg.type);
  const type =
    name === 'size' ? sizeType(args) : resultType(known[name], types);
  if (!type) {
    return checking.fail(
      offset,
      args.map(wholeValueProblem).find(problem => problem) ??
        `calls \`${name}\` with ${
          types.map(formatFactType).join(', ') || 'nothing'
        }, which it does not take`,
    );
  }
  const node: ExpressionNode = {
    kind: 'call',
    name,
    args,
    method: call.target !== undefined && name !== 'size',
    type,
    offset,
  };
  return argumentProblem(node, args, checking) ?? node;
}

function sizeType(args: ExpressionNode[]) {
  return args.length === 1 &&
    ['string', 'list', 'json'].includes(args[0].type.kind)
    ? INT
    : undefined;
}

function unknownFunction(
  name: string,
  offset: number,
  checking: Checking,
  call: Call,
): ExpressionNode {
  if (['exists', 'all', 'exists_one', 'existsOne'].includes(name)) {
    return checking.fail(
      offset,
      `has \`${name}\` without a name and a condition: list.${name}(entry, entry == 'value')`,
    );
  }
  if (Object.hasOwn(NOT_HERE, name)) {
    return checking.fail(offset, NOT_HERE[name]);
  }
  const other = call.target ? FUNCTIONS : METHODS;
  return checking.fail(
    offset,
    Object.hasOwn(other, name)
      ? `calls \`${name}\` ${
          call.target
            ? 'on a value; it stands alone'
            : 'alone; it is called on a value'
        }`
      : `calls \`${name}\`, which is not among the functions`,
    nearestName(name, FUNCTION_NAMES),
  );
}

/** What can already be said of an argument that is written out. */
function argumentProblem(
  { name, offset }: { name?: string; offset: number },
  args: ExpressionNode[],
  checking: Checking,
): ExpressionNode | undefined {
  const last = args[args.length - 1];
  const text =
    last.kind === 'literal' && typeof last.value === 'string'
      ? last.value
      : undefined;
  if (name === 'matches') {
    const problem =
      text === undefined
        ? 'has a pattern that is not written out; a pattern that someone else chooses decides what it matches'
        : patternProblem(text);
    return problem === undefined
      ? undefined
      : checking.fail(last.offset, problem);
  }
  if ((name === 'timestamp' || name === 'duration') && text !== undefined) {
    const problem = constantProblem(name, text);
    return problem === undefined ? undefined : checking.fail(offset, problem);
  }
  return undefined;
}
