import { FactPath } from '../../facts';
import { ExpressionNode } from '../ExpressionNode';
import { FACT_SCHEMA } from '../factSchema';
import { factNames } from '../factNames';
import { nearestName } from '../nearestName';
import { LibraryExpr } from '../parseExpression';
import { formatFactType } from '../types';
import { Checking } from './Checking';
import type { CheckNode } from './checkNode';
import { checkStep } from './checkStep';

/** Names that stand first in the name of a fact. */
export const FACT_GROUPS: ReadonlySet<string> = new Set(
  Object.keys(FACT_SCHEMA).map(path => path.split('.')[0]),
);

/** Facts that stand by themselves, in no group. */
const LONE_FACTS: ReadonlySet<string> = new Set(
  Object.keys(FACT_SCHEMA).filter(path => !path.includes('.')),
);

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
  const group = operand && groupOf(operand, checking);
  // The parser says where the dot is; the name that may be wrong comes after it.
  return group === undefined
    ? checkStep(check(operand), field, offset + 1, checking)
    : checkFact(`${group}.${field}`, offset + 1, checking);
}

function groupOf(
  { exprKind }: LibraryExpr,
  checking: Checking,
): string | undefined {
  const name = exprKind.case === 'identExpr' ? exprKind.value.name : undefined;
  return name !== undefined &&
    !LONE_FACTS.has(name) &&
    !checking.variable(name) &&
    FACT_GROUPS.has(name)
    ? name
    : undefined;
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
    return checkFact(written, offset, checking);
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

function checkFact(
  path: string,
  offset: number,
  checking: Checking,
): ExpressionNode {
  const entry = Object.hasOwn(FACT_SCHEMA, path)
    ? FACT_SCHEMA[path as FactPath]
    : undefined;
  if (!entry) {
    return checking.fail(
      offset,
      `reads \`${path}\`, which is no fact`,
      nearestName(path, factNames()),
    );
  }
  const slot = checking.slot({
    path: path as FactPath,
    steps: [],
    type: entry.type,
    name: path,
  });
  return { kind: 'fact', slot, type: slot.type, offset };
}

/** What is wrong with using a value whole, when only parts of it mean something. */
export function wholeValueProblem(node: ExpressionNode): string | undefined {
  const { kind } = node.type;
  if (kind !== 'object' && kind !== 'map') {
    return undefined;
  }
  const name = node.kind === 'fact' ? `\`${node.slot.name}\`` : 'this';
  return kind === 'map'
    ? `uses ${name} whole; ask for one entry by a constant key, such as ['example.com/zone']`
    : `uses ${name} whole; it is an ${formatFactType(
        node.type,
      )}: say which field`;
}
