import { ExpressionNode } from '../ExpressionNode';
import { factNames } from '../factNames';
import { nearestName } from '../nearestName';
import { LibraryExpr } from '../parseExpression';
import { formatFactType } from '../types';
import { Checking } from './Checking';
import { checkFact, FACT_GROUPS, factGroup, LONE_FACTS } from './checkFact';
import type { CheckNode } from './checkNode';
import { checkStep } from './checkStep';

/** A name, or a field of something: a fact, a variable, or a mistake. */
export function checkName(
  expr: LibraryExpr,
  checking: Checking,
  check: CheckNode,
): ExpressionNode {
  const offset = checking.offsetOf(expr);
  const { exprKind } = expr;
  if (exprKind.case === 'identExpr') {
    return checkFirstName(exprKind.value.name, offset, checking);
  }
  if (exprKind.case !== 'selectExpr') {
    return checking.fail(offset, 'is not a name');
  }
  const { operand, field, testOnly } = exprKind.value;
  if (testOnly) {
    return checking.fail(
      offset,
      'has `has()`: a fact that is missing is unknown, never “absent, so fine”. Ask for the value itself',
    );
  }
  const named = checking.offsetAfterDot(expr);
  const group = operand && factGroup(operand, checking);
  return group === undefined
    ? checkStep(check(operand), field, named, checking)
    : checkFact(
        `${group}.${field}`,
        checking.offsetOf(operand!),
        named,
        checking,
      );
}

function checkFirstName(
  written: string,
  offset: number,
  checking: Checking,
): ExpressionNode {
  const variable = checking.variable(written);
  if (variable) {
    return {
      kind: 'variable',
      name: variable.name,
      type: variable.type,
      offset,
    };
  }
  if (LONE_FACTS.has(written)) {
    return checkFact(written, offset, offset, checking);
  }
  if (FACT_GROUPS.has(written)) {
    return checking.fail(
      offset,
      `names the group of facts \`${written}\`; say which of its facts`,
      nearestName(written, factNames()) ?? firstOf(written),
    );
  }
  return checking.fail(
    offset,
    `has the name \`${written}\`, which is no fact`,
    nearestName(written, [
      ...FACT_GROUPS,
      ...checking.variableNames(),
      ...factNames(),
    ]),
  );
}

function firstOf(group: string): string | undefined {
  return factNames().find(name => name.startsWith(`${group}.`));
}

/** What is wrong with using a value whole, when only parts of it mean something. */
export function wholeValueProblem(node: ExpressionNode): string | undefined {
  const { type } = node;
  const name = node.kind === 'fact' ? `\`${node.slot.name}\`` : 'this';
  if (type.kind === 'list' && type.of.kind === 'object') {
    return `uses ${name} whole; ask for its size() or look into it with exists and all`;
  }
  if (type.kind !== 'object' && type.kind !== 'map') {
    return undefined;
  }
  return type.kind === 'map'
    ? `uses ${name} whole; ask for one entry by a constant key, such as ['example.com/zone']`
    : `uses ${name} whole; it is an ${formatFactType(type)}: say which field`;
}
