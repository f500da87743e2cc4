import { ExpressionNode } from '../ExpressionNode';
import { LibraryExpr } from '../parseExpression';
import { BOOL, ExpressionType, formatFactType } from '../types';
import { checkEquality, checkIn } from './checkEquality';
import { factGroup, isFact } from './checkFact';
import { checkFunction } from './checkFunction';
import { Checking } from './Checking';
import { wholeValueProblem } from './checkName';
import type { CheckNode } from './checkNode';
import { checkStep } from './checkStep';
import { commonType, isJson } from './comparable';
import { OPERATORS, resultType } from './signatures';

type Call = Extract<LibraryExpr['exprKind'], { case: 'callExpr' }>['value'];

/** An operator or a function. */
export function checkCall(
  expr: LibraryExpr,
  call: Call,
  checking: Checking,
  check: CheckNode,
): ExpressionNode {
  const offset = checking.offsetOf(expr);
  switch (call.function) {
    case '_&&_':
      return checkLogic('and', call.args.map(check), offset, checking);
    case '_||_':
      return checkLogic('or', call.args.map(check), offset, checking);
    case '!_': {
      const [arg] = call.args.map(check);
      const wrong = boolProblem(arg, '!', checking);
      return wrong ?? { kind: 'not', arg, type: BOOL, offset };
    }
    case '_?_:_':
      return checkConditional(call.args.map(check), offset, checking);
    case '_==_':
    case '_!=_':
      return checkEquality(
        call.function,
        call.args.map(check),
        offset,
        checking,
      );
    case '@in':
      return checkIn(call.args.map(check), offset, checking);
    case '_[_]':
      return checkIndex(call.args, offset, checking, check);
    default:
      return Object.hasOwn(OPERATORS, call.function)
        ? checkOperator(call.function, call.args.map(check), offset, checking)
        : checkFunction(expr, call, checking, check);
  }
}

function boolProblem(
  node: ExpressionNode,
  operator: string,
  checking: Checking,
): ExpressionNode | undefined {
  return node.type.kind === 'bool' || isJson(node.type)
    ? undefined
    : checking.fail(
        node.offset,
        `has ${formatFactType(
          node.type,
        )} beside \`${operator}\`, which takes only true and false`,
      );
}

function checkLogic(
  kind: 'and' | 'or',
  args: ExpressionNode[],
  offset: number,
  checking: Checking,
): ExpressionNode {
  const wrong = args
    .map(arg => boolProblem(arg, kind === 'and' ? '&&' : '||', checking))
    .find(problem => problem);
  const flat = args.flatMap(arg => (arg.kind === kind ? arg.args : [arg]));
  return wrong ?? { kind, args: flat, type: BOOL, offset };
}

function checkConditional(
  [condition, then, otherwise]: ExpressionNode[],
  offset: number,
  checking: Checking,
): ExpressionNode {
  const wrong = boolProblem(condition, '?', checking);
  if (wrong) {
    return wrong;
  }
  const type = commonType(then.type, otherwise.type);
  return type
    ? { kind: 'conditional', condition, then, otherwise, type, offset }
    : checking.fail(
        offset,
        `gives ${formatFactType(then.type)} or ${formatFactType(
          otherwise.type,
        )}, which do not go together`,
      );
}

function checkOperator(
  name: string,
  args: ExpressionNode[],
  offset: number,
  checking: Checking,
): ExpressionNode {
  const { spelling, signatures } = OPERATORS[name];
  const type = resultType(
    signatures,
    args.map(arg => arg.type),
  );
  if (type) {
    return { kind: 'call', name, args, method: false, type, offset };
  }
  const whole = args.map(wholeValueProblem).find(problem => problem);
  return checking.fail(
    offset,
    whole ??
      `has ${args
        .map(arg => formatFactType(arg.type))
        .join(` ${spelling} `)}, which \`${spelling}\` does not take`,
    mixesNumbers(args.map(arg => arg.type))
      ? 'double(…) around the whole number, or 2.0 for 2'
      : undefined,
  );
}

function mixesNumbers(types: ExpressionType[]): boolean {
  const kinds = types.map(({ kind }) => kind);
  return kinds.includes('int') && kinds.includes('double');
}

function checkIndex(
  [operand, index]: LibraryExpr[],
  offset: number,
  checking: Checking,
  check: CheckNode,
): ExpressionNode {
  const constant =
    index.exprKind.case === 'constExpr'
      ? index.exprKind.value.constantKind.value
      : undefined;
  if (typeof constant === 'string') {
    const path = `${factGroup(operand, checking)}.${constant}`;
    if (isFact(path)) {
      return checking.fail(
        offset,
        'has the name of a fact in brackets; facts are named with dots',
        path,
      );
    }
    return checkStep(check(operand), constant, offset, checking);
  }
  if (typeof constant === 'bigint' && constant >= 0n && constant < 1_000_000n) {
    return checkStep(check(operand), constant, offset, checking);
  }
  return checking.fail(
    offset,
    'has a key that is not constant; which facts are read must be known before',
  );
}
