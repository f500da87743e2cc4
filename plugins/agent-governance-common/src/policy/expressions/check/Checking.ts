import { FactPath } from '../../facts';
import { ExpressionNode, FactSlot } from '../ExpressionNode';
import {
  LibraryExpr,
  ParsedExpression,
  SourceProblem,
} from '../parseExpression';
import { ExpressionType, JSON_VALUE } from '../types';

interface Variable {
  type: ExpressionType;
  /** Unlike any other name in the expression, so that nothing hides anything. */
  name: string;
}

/** More problems than these only hide the first. */
const MAX_PROBLEMS = 10;

/** What one check has found so far: problems, the facts that are named, and the variables in scope. */
export class Checking {
  readonly problems: SourceProblem[] = [];
  readonly #slots = new Map<string, FactSlot>();
  readonly #source: string;
  readonly #parsed: ParsedExpression;
  readonly #scopes: Array<[written: string, Variable]> = [];
  #variables = 0;

  constructor(source: string, parsed: ParsedExpression) {
    this.#source = source;
    this.#parsed = parsed;
  }

  /** Puts a problem on record; the stand-in it returns goes with everything, so that one mistake is said once. */
  fail(offset: number, reason: string, suggestion?: string): ExpressionNode {
    if (this.problems.length < MAX_PROBLEMS) {
      this.problems.push({ offset, reason, suggestion });
    }
    return { kind: 'literal', value: false, type: JSON_VALUE, offset };
  }

  /** Where a part stands; of an operator, where the operator does. */
  offsetOf(expr: LibraryExpr): number {
    return this.#skipSpace(
      this.#parsed.sourceInfo?.positions[String(expr.id)] ?? 0,
    );
  }

  /** Where the name stands that comes after a dot. */
  offsetAfterDot(select: LibraryExpr): number {
    return this.#skipSpace(this.offsetOf(select) + 1);
  }

  #skipSpace(offset: number): number {
    const space = /\s*/y;
    space.lastIndex = offset;
    space.test(this.#source);
    return space.lastIndex;
  }

  /** The macro that an expression was before the parser replaced it by what it stands for. */
  macroOf(expr: LibraryExpr): string | undefined {
    const call = this.#parsed.sourceInfo?.macroCalls[String(expr.id)];
    return call?.exprKind.case === 'callExpr'
      ? call.exprKind.value.function
      : undefined;
  }

  slot(slot: FactSlot): FactSlot {
    const known = this.#slots.get(slot.name) ?? slot;
    this.#slots.set(slot.name, known);
    return known;
  }

  /** The facts that are named, in alphabetical order. */
  paths(): FactPath[] {
    const paths = [...this.#slots.values()].map(({ path }) => path);
    return [...new Set(paths)].sort();
  }

  variable(written: string): Variable | undefined {
    for (let index = this.#scopes.length - 1; index >= 0; index -= 1) {
      if (this.#scopes[index][0] === written) {
        return this.#scopes[index][1];
      }
    }
    return undefined;
  }

  variableNames(): string[] {
    return this.#scopes.map(([written]) => written);
  }

  /** Checks something in which a variable stands for a value. */
  withVariable<T>(
    written: string,
    type: ExpressionType,
    check: (name: string) => T,
  ): T {
    this.#variables += 1;
    const name = `$${this.#variables}`;
    this.#scopes.push([written, { type, name }]);
    try {
      return check(name);
    } finally {
      this.#scopes.pop();
    }
  }
}
