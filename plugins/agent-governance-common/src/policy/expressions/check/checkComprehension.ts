import { ComprehensionMacro, ExpressionNode } from '../ExpressionNode';
import { LibraryExpr } from '../parseExpression';
import { BOOL, ExpressionType, formatFactType } from '../types';
import { Checking } from './Checking';
import { FACT_GROUPS } from './checkFact';
import { wholeValueProblem } from './checkName';
import type { CheckNode } from './checkNode';
import { isJson } from './comparable';

type Comprehension = Extract<
  LibraryExpr['exprKind'],
  { case: 'comprehensionExpr' }
>['value'];

/** Where the condition of a macro went when the parser replaced the macro. */
const CONDITION: Readonly<
  Record<string, { macro: ComprehensionMacro; argument: number }>
> = {
  exists: { macro: 'exists', argument: 1 },
  all: { macro: 'all', argument: 1 },
  exists_one: { macro: 'exists_one', argument: 0 },
  existsOne: { macro: 'exists_one', argument: 0 },
};

/** `exists`, `all` and `exists_one` over the entries of a list. */
export function checkComprehension(
  expr: LibraryExpr,
  comprehension: Comprehension,
  checking: Checking,
  check: CheckNode,
): ExpressionNode {
  const offset = checking.offsetAfterDot(expr);
  const written = checking.macroOf(expr) ?? '';
  const step = comprehension.loopStep?.exprKind;
  if (!Object.hasOwn(CONDITION, written) || step?.case !== 'callExpr') {
    return checking.fail(
      offset,
      `has \`${written}\`, which is not among what can be used; \`exists\` and \`all\` look into lists`,
    );
  }
  const { macro, argument } = CONDITION[written];
  const range = check(comprehension.iterRange);
  const entry = entryType(range.type);
  if (!entry) {
    return checking.fail(
      range.offset,
      wholeValueProblem(range) ??
        `has \`${written}\` over ${formatFactType(
          range.type,
        )}; it looks into lists`,
    );
  }
  const name = comprehension.iterVar;
  if (FACT_GROUPS.has(name) || checking.variable(name)) {
    return checking.fail(
      offset,
      `calls the entries \`${name}\`, which already means something here`,
    );
  }
  return checking.withVariable(name, entry, variable => {
    const body = check(step.value.args[argument]);
    return body.type.kind === 'bool' || isJson(body.type)
      ? {
          kind: 'comprehension',
          macro,
          range,
          variable,
          body,
          type: BOOL,
          offset,
        }
      : checking.fail(
          body.offset,
          `has a condition in \`${written}\` that is ${formatFactType(
            body.type,
          )}, not true or false`,
        );
  });
}

function entryType(range: ExpressionType): ExpressionType | undefined {
  if (range.kind === 'list') {
    return range.of;
  }
  return isJson(range) ? range : undefined;
}
