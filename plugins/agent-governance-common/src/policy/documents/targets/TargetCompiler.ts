import { nearestName } from '../../expressions/nearestName';
import { plainText, quoteText } from '../../wording';
import { EntityPath, ProblemList } from '../parse/ProblemList';
import { all, ALWAYS, any, fieldTest, not } from './combineTests';
import { TargetTest } from './TargetTest';
import { TARGET_FIELD_NAMES, TargetField, targetField } from './targetFields';
import {
  contains,
  equals,
  exists,
  hasPrefix,
  isOneOf,
  isPrimitive,
  Primitive,
  ValueTest,
} from './valueTests';

const MAX_NODES = 200;
const MAX_DEPTH = 8;
const OPERATORS = ['$all', '$any', '$not'];
const MATCHERS = ['$exists', '$in', '$contains', '$hasPrefix'];

/** Reads one predicate, keeping count of how much of it there is. */
export class TargetCompiler {
  readonly #problems: ProblemList;
  #nodes = 0;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  compile(node: unknown, path: EntityPath, depth: number): TargetTest {
    this.#nodes += 1;
    if (depth > MAX_DEPTH || this.#nodes > MAX_NODES) {
      return this.#wrong(
        path,
        `is nested deeper than ${MAX_DEPTH} or has more than ${MAX_NODES} parts`,
      );
    }
    if (!isRecord(node)) {
      return this.#wrong(
        path,
        'must be a filter predicate, for example { kind: component }',
      );
    }
    const operator = Object.keys(node).find(key => key.startsWith('$'));
    return operator === undefined
      ? this.#fields(node, path)
      : this.#operator(node, operator, path, depth);
  }

  #operator(
    node: Record<string, unknown>,
    operator: string,
    path: EntityPath,
    depth: number,
  ): TargetTest {
    const at = [...path, operator];
    if (!OPERATORS.includes(operator)) {
      this.#problems.addUnknownName(
        at,
        'an operator here',
        operator,
        OPERATORS,
      );
      return ALWAYS;
    }
    if (Object.keys(node).length > 1) {
      return this.#wrong(at, 'must stand alone; wrap in $all to combine it');
    }
    const operand = node[operator];
    if (operator === '$not') {
      return not(this.compile(operand, at, depth + 1));
    }
    if (!Array.isArray(operand)) {
      return this.#wrong(at, 'must be a list of predicates');
    }
    const parts = operand.map((part, index) =>
      this.compile(part, [...at, index], depth + 1),
    );
    return operator === '$all' ? all(parts) : any(parts);
  }

  #fields(node: Record<string, unknown>, path: EntityPath): TargetTest {
    return all(
      Object.entries(node).map(([key, wanted]) => {
        this.#nodes += 1;
        const at = [...path, key];
        const field = targetField(key);
        if (!field) {
          return this.#wrong(
            at,
            `“${plainText(
              key,
            )}” is not a path that facts of the target are kept for; allowed: ${TARGET_FIELD_NAMES.join(
              ', ',
            )}`,
            nearestName(key, TARGET_FIELD_NAMES),
          );
        }
        const test = this.#value(wanted, field, at);
        return test ? fieldTest(key, field, wanted, test) : ALWAYS;
      }),
    );
  }

  #value(
    wanted: unknown,
    field: TargetField,
    path: EntityPath,
  ): ValueTest | undefined {
    if (isPrimitive(wanted)) {
      return this.#checkComparable(wanted, field, path) && equals(wanted);
    }
    const [matcher, ...others] = isRecord(wanted) ? Object.keys(wanted) : [];
    if (!isRecord(wanted) || matcher === undefined || others.length > 0) {
      return this.#problems.add(
        path,
        `must be a text, a number, true or false, or exactly one of ${MATCHERS.join(
          ', ',
        )}`,
      );
    }
    return this.#matcher(matcher, wanted[matcher], field, [...path, matcher]);
  }

  #matcher(
    matcher: string,
    operand: unknown,
    field: TargetField,
    path: EntityPath,
  ): ValueTest | undefined {
    switch (matcher) {
      case '$exists':
        return typeof operand === 'boolean'
          ? exists(operand)
          : this.#problems.add(path, 'must be true or false');
      case '$in':
        return Array.isArray(operand) && operand.every(isPrimitive)
          ? (operand.every(item => this.#checkComparable(item, field, path)) &&
              isOneOf(operand)) ||
              undefined
          : this.#problems.add(path, 'must be a list of texts or numbers');
      case '$hasPrefix':
        return typeof operand === 'string'
          ? hasPrefix(operand)
          : this.#problems.add(path, 'must be a text');
      case '$contains':
        return this.#contains(operand, field, path);
      default:
        return this.#problems.addUnknownName(
          path,
          'a way to compare a value',
          matcher,
          MATCHERS,
        );
    }
  }

  #contains(
    operand: unknown,
    field: TargetField,
    path: EntityPath,
  ): ValueTest | undefined {
    if (field.kind !== 'texts') {
      return this.#problems.add(path, 'only says something about a list');
    }
    return isPrimitive(operand)
      ? contains(equals(operand))
      : this.#problems.add(path, 'must be a text');
  }

  /** Refs are kept in full, so a short one would never match and nobody would notice. */
  #checkComparable(
    wanted: Primitive,
    field: TargetField,
    path: EntityPath,
  ): true | undefined {
    if (field.kind === 'texts') {
      return this.#problems.add(path, 'is a list: use $contains');
    }
    if (
      field.kind === 'ref' &&
      !/^[^:/]+:[^:/]+\/[^:/]+$/.test(String(wanted))
    ) {
      return this.#problems.add(
        path,
        `must be an entity ref in full, for example group:default/payments, and is ${quoteText(
          wanted,
        )}`,
      );
    }
    return true;
  }

  #wrong(path: EntityPath, reason: string, suggestion?: string): TargetTest {
    this.#problems.add(path, reason, suggestion);
    return ALWAYS;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
