import { CelInput, celList, celMap } from '@bufbuild/cel';
import { fromJson } from '@bufbuild/protobuf';
import { TimestampSchema } from '@bufbuild/protobuf/wkt';
import { EXPRESSION_LIMITS } from '../limits';
import { ExpressionType, formatFactType, StringFactType } from '../types';

/** Why a value cannot be used, in words that follow the name of the fact. */
export class UnusableValue extends Error {}

/**
 * A value of the facts as the library wants it: whole numbers as integers, instants as timestamps.
 * Throws {@link UnusableValue} for a value that is not of the type the schema promises, or too big.
 */
export function convertValue(value: unknown, type: ExpressionType): CelInput {
  switch (type.kind) {
    case 'bool':
      return expect(typeof value === 'boolean', value as boolean, type);
    case 'int':
      return BigInt(expect(Number.isSafeInteger(value), value as number, type));
    case 'double':
      return expect(Number.isFinite(value), value as number, type);
    case 'string':
      return toText(
        expect(typeof value === 'string', value as string, type),
        type,
      );
    case 'timestamp':
      return toTimestamp(
        expect(typeof value === 'string', value as string, type),
      );
    case 'list':
      return toList(
        expect(Array.isArray(value), value as unknown[], type),
        type.of,
      );
    case 'object':
      return toFields(
        expect(isObject(value), value as Record<string, unknown>, type),
        type.fields,
      );
    case 'json':
      return convertJson(value, { left: EXPRESSION_LIMITS.jsonValues });
    default:
      throw new UnusableValue(`cannot be used whole`);
  }
}

function expect<T>(holds: boolean, value: T, type: ExpressionType): T {
  if (!holds) {
    throw new UnusableValue(`is not ${formatFactType(type)}`);
  }
  return value;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shortEnough(value: string): string {
  if (value.length > EXPRESSION_LIMITS.stringLength) {
    throw new UnusableValue(
      `is longer than ${EXPRESSION_LIMITS.stringLength} characters`,
    );
  }
  return value;
}

/** A word that is none of those it must be says nothing, and differs from none of them. */
function toText(value: string, { oneOf }: StringFactType): string {
  if (oneOf && !oneOf.includes(value)) {
    throw new UnusableValue(`is none of ${oneOf.join(', ')}`);
  }
  return shortEnough(value);
}

function toTimestamp(value: string) {
  try {
    return fromJson(TimestampSchema, value);
  } catch {
    throw new UnusableValue('is not a point in time');
  }
}

function toList(values: unknown[], of: ExpressionType) {
  if (values.length > EXPRESSION_LIMITS.listItems) {
    throw new UnusableValue(
      `has more than ${EXPRESSION_LIMITS.listItems} entries`,
    );
  }
  return celList(values.map(value => convertValue(value, of)));
}

/** Only the fields the schema knows; one that is not there is not there. */
function toFields(
  value: Record<string, unknown>,
  fields: { readonly [name: string]: ExpressionType },
) {
  const converted = new Map<string, CelInput>();
  for (const [name, type] of Object.entries(fields)) {
    if (Object.hasOwn(value, name) && value[name] !== undefined) {
      converted.set(name, convertValue(value[name], type));
    }
  }
  return celMap(converted);
}

function convertJson(value: unknown, budget: { left: number }): CelInput {
  budget.left -= 1;
  if (budget.left < 0) {
    throw new UnusableValue(
      `holds more than ${EXPRESSION_LIMITS.jsonValues} values`,
    );
  }
  if (typeof value === 'string') {
    return shortEnough(value);
  }
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? BigInt(value) : value;
  }
  if (typeof value === 'boolean' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    if (value.length > EXPRESSION_LIMITS.jsonListItems) {
      throw new UnusableValue(
        `has more than ${EXPRESSION_LIMITS.jsonListItems} entries`,
      );
    }
    return celList(value.map(entry => convertJson(entry, budget)));
  }
  if (isObject(value)) {
    const entries = Object.entries(value as object).map(
      ([key, entry]) => [key, convertJson(entry, budget)] as const,
    );
    return celMap(new Map<string, CelInput>(entries));
  }
  throw new UnusableValue('is not JSON');
}
