import { FactPath } from '../../facts';
import { ExpressionNode } from '../ExpressionNode';
import { factNames } from '../factNames';
import { FACT_SCHEMA } from '../factSchema';
import { nearestName } from '../nearestName';
import { LibraryExpr } from '../parseExpression';
import { Checking } from './Checking';

/** Names that stand first in the name of a fact. */
export const FACT_GROUPS: ReadonlySet<string> = new Set(
  Object.keys(FACT_SCHEMA).map(path => path.split('.')[0]),
);

/** Facts that stand by themselves, in no group. */
export const LONE_FACTS: ReadonlySet<string> = new Set(
  Object.keys(FACT_SCHEMA).filter(path => !path.includes('.')),
);

/** The group of facts that a name stands for, where it does. */
export function factGroup(
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

export function isFact(path: string): path is FactPath {
  return Object.hasOwn(FACT_SCHEMA, path);
}

/** A fact by its name, which begins at `start`; `named` is where what could be wrong with it stands. */
export function checkFact(
  path: string,
  start: number,
  named: number,
  checking: Checking,
): ExpressionNode {
  if (!isFact(path)) {
    return checking.fail(
      named,
      `reads \`${path}\`, which is no fact`,
      nearestName(path, factNames()),
    );
  }
  const { type } = FACT_SCHEMA[path];
  const slot = checking.slot({ path, steps: [], type, name: path });
  return { kind: 'fact', slot, type, offset: start };
}
