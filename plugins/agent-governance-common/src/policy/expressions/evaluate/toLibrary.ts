import { ExpressionNode, FactSlot, NodeOf } from '../ExpressionNode';
import { LibraryExpr } from '../parseExpression';

type ExprKind = LibraryExpr['exprKind'];
type ConstantKind = Extract<
  ExprKind,
  { case: 'constExpr' }
>['value']['constantKind'];

/** What the library's parser calls the value that a comprehension builds up. */
const RESULT = '@result';

/** Gives the library a name for what it need not work out itself. */
export interface Names {
  fact(slot: FactSlot): string;
  /** For a part that reads nothing, if it has a value. */
  constant(node: ExpressionNode): string | undefined;
}

/**
 * A checked expression as the library evaluates it: each fact is one name, so that nothing in the library
 * looks into the facts by itself.
 */
export function toLibrary(node: ExpressionNode, names: Names): LibraryExpr {
  const constantName = names.constant(node);
  return constantName === undefined
    ? toLibraryPart(node, names)
    : name(constantName);
}

function toLibraryPart(node: ExpressionNode, names: Names): LibraryExpr {
  const convert = (inner: ExpressionNode) => toLibrary(inner, names);
  switch (node.kind) {
    case 'literal':
      return constant(node.value);
    case 'fact':
      return name(names.fact(node.slot));
    case 'variable':
      return name(node.name);
    case 'select':
      return expr({
        case: 'selectExpr',
        value: {
          $typeName: 'cel.expr.Expr.Select',
          operand: convert(node.operand),
          field: node.field,
          testOnly: false,
        },
      });
    case 'index':
      return call('_[_]', [convert(node.operand), constant(node.index)]);
    case 'not':
      return call('!_', [convert(node.arg)]);
    case 'and':
      return call('_&&_', node.args.map(convert));
    case 'or':
      return call('_||_', node.args.map(convert));
    case 'conditional':
      return call(
        '_?_:_',
        [node.condition, node.then, node.otherwise].map(convert),
      );
    case 'list':
      return list(node.items.map(convert));
    case 'comprehension':
      return comprehension(node, onlyList(node.range, convert), convert);
    default:
      return convertCall(node, convert);
  }
}

type Convert = (node: ExpressionNode) => LibraryExpr;

function convertCall(node: NodeOf<'call'>, convert: Convert): LibraryExpr {
  if (node.name === '@in') {
    const [value, range] = node.args;
    return call('@in', [convert(value), onlyList(range, convert)]);
  }
  const args = node.args.map(convert);
  return node.method
    ? call(node.name, args.slice(1), args[0])
    : call(node.name, args);
}

/** Where anything may come, only a list passes. */
function onlyList(node: ExpressionNode, convert: Convert): LibraryExpr {
  return node.type.kind === 'json'
    ? call('@list', [convert(node)])
    : convert(node);
}

/** The same trees that the library's parser makes of the macros. */
function comprehension(
  { macro, variable, body }: NodeOf<'comprehension'>,
  iterRange: LibraryExpr,
  convert: Convert,
): LibraryExpr {
  const condition = convert(body);
  const result = name(RESULT);
  const parts = {
    exists: () => ({
      accuInit: constant(false),
      loopCondition: call('@not_strictly_false', [call('!_', [result])]),
      loopStep: call('_||_', [result, condition]),
      result,
    }),
    all: () => ({
      accuInit: constant(true),
      loopCondition: call('@not_strictly_false', [result]),
      loopStep: call('_&&_', [result, condition]),
      result,
    }),
    exists_one: () => ({
      accuInit: constant(0n),
      loopCondition: constant(true),
      loopStep: call('_?_:_', [
        condition,
        call('_+_', [result, constant(1n)]),
        result,
      ]),
      result: call('_==_', [result, constant(1n)]),
    }),
  };
  return expr({
    case: 'comprehensionExpr',
    value: {
      $typeName: 'cel.expr.Expr.Comprehension',
      iterVar: variable,
      iterVar2: '',
      accuVar: RESULT,
      iterRange,
      ...parts[macro](),
    },
  });
}

function expr(exprKind: ExprKind): LibraryExpr {
  return { $typeName: 'cel.expr.Expr', id: 0n, exprKind };
}

function name(written: string): LibraryExpr {
  return expr({
    case: 'identExpr',
    value: { $typeName: 'cel.expr.Expr.Ident', name: written },
  });
}

function list(elements: LibraryExpr[]): LibraryExpr {
  return expr({
    case: 'listExpr',
    value: {
      $typeName: 'cel.expr.Expr.CreateList',
      elements,
      optionalIndices: [],
    },
  });
}

function call(
  operator: string,
  args: LibraryExpr[],
  target?: LibraryExpr,
): LibraryExpr {
  return expr({
    case: 'callExpr',
    value: {
      $typeName: 'cel.expr.Expr.Call',
      function: operator,
      args,
      ...(target && { target }),
    },
  });
}

function constant(value: boolean | bigint | number | string): LibraryExpr {
  return expr({
    case: 'constExpr',
    value: { $typeName: 'cel.expr.Constant', constantKind: kindOf(value) },
  });
}

function kindOf(value: boolean | bigint | number | string): ConstantKind {
  switch (typeof value) {
    case 'boolean':
      return { case: 'boolValue', value };
    case 'bigint':
      return { case: 'int64Value', value };
    case 'number':
      return { case: 'doubleValue', value };
    default:
      return { case: 'stringValue', value };
  }
}
