import { FactPath } from '../facts';
import { isFactValue } from '../facts/isFactValue';
import { FACT_SCHEMA } from '../expressions/factSchema';
import { FactType, formatFactType } from '../expressions/types';

/** What is wrong with a value that somebody gave for a fact. @public */
export interface FactValueProblem {
  /** Where in the value, for example `.freezes[0].to`; empty for all of it. */
  where: string;
  /** For people: what it must be. */
  expected: string;
  /** For people: what it is. */
  got: string;
}

/**
 * Holds a value against the type that the fact schema gives a fact, and against what the engine relies on.
 *
 * @public
 */
export function problemWithFactValue(
  path: FactPath,
  value: unknown,
): FactValueProblem | undefined {
  const type: FactType = FACT_SCHEMA[path].type;
  const problem = problemWith(type, value, '');
  if (problem) {
    return problem;
  }
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isFactValue(path, value) && (path !== 'input' || isObject)
    ? undefined
    : {
        where: '',
        expected:
          path === 'input'
            ? 'object'
            : `${inWords(type)} such as ${JSON.stringify(
                FACT_SCHEMA[path].example,
              )}, whose parts fit each other`,
        got: shown(value),
      };
}

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function problemWith(
  type: FactType,
  value: unknown,
  where: string,
): FactValueProblem | undefined {
  switch (type.kind) {
    case 'list':
      return Array.isArray(value)
        ? firstOf(value.entries(), ([index, item]) =>
            problemWith(type.of, item, `${where}[${index}]`),
          )
        : mismatch(type, value, where);
    case 'object':
      return isPlain(value)
        ? firstOf(Object.entries(value), ([name, item]) =>
            Object.hasOwn(type.fields, name)
              ? problemWith(type.fields[name], item, `${where}.${name}`)
              : {
                  where: `${where}.${name}`,
                  expected: `one of ${Object.keys(type.fields).join(', ')}`,
                  got: `a field '${name}' that no such value has`,
                },
          )
        : mismatch(type, value, where);
    case 'map':
      return isPlain(value)
        ? firstOf(Object.entries(value), ([name, item]) =>
            problemWith({ kind: 'string' }, item, `${where}.${name}`),
          )
        : mismatch(type, value, where);
    default:
      return fits(type, value) ? undefined : mismatch(type, value, where);
  }
}

function fits(
  type: Exclude<FactType, { kind: 'list' | 'object' | 'map' }>,
  value: unknown,
): boolean {
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'double':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
      return (
        typeof value === 'string' &&
        (!('oneOf' in type) || !type.oneOf || type.oneOf.includes(value))
      );
    case 'timestamp':
      return (
        typeof value === 'string' &&
        INSTANT.test(value) &&
        !Number.isNaN(Date.parse(value))
      );
    default:
      return value !== undefined;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf<T>(
  items: Iterable<T>,
  find: (item: T) => FactValueProblem | undefined,
): FactValueProblem | undefined {
  for (const item of items) {
    const problem = find(item);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}

function mismatch(
  type: FactType,
  value: unknown,
  where: string,
): FactValueProblem {
  return { where, expected: inWords(type), got: shown(value) };
}

function inWords(type: FactType): string {
  if (type.kind === 'string' && 'oneOf' in type && type.oneOf) {
    return `one of ${type.oneOf.join(', ')}`;
  }
  return type.kind === 'timestamp'
    ? 'timestamp such as 2026-11-20T10:00:00Z'
    : formatFactType(type);
}

const MOST_SHOWN = 80;

function shown(value: unknown): string {
  if (value === undefined || value === null) {
    return value === null ? 'null' : 'nothing';
  }
  const text = JSON.stringify(value);
  const cut = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  return `${kindOf(value)} ${cut}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'list';
  }
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'double';
    default:
      return typeof value;
  }
}
