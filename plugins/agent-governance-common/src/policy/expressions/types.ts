import { JsonValue } from '../../model';

/** A kind of value that needs no more said about it. @public */
export type SimpleFactType = {
  kind: 'bool' | 'int' | 'double' | 'timestamp' | 'json' | 'map';
};

/** Text; with `oneOf`, one of these words and nothing else. @public */
export type StringFactType = { kind: 'string'; oneOf?: readonly string[] };

/** @public */
export type ListFactType = { kind: 'list'; of: FactType };

/** A value with fields of its own; each may be absent, and then it is unknown. @public */
export type ObjectFactType = {
  kind: 'object';
  fields: { readonly [name: string]: FactType };
};

/**
 * What a fact holds, as data.
 *
 * - `int`: a whole number; `double`: any number.
 * - `timestamp`: an instant. ISO 8601 text in the facts, a CEL timestamp in an expression.
 * - `map`: text by text key, such as labels. Only constant keys may be asked for.
 * - `json`: a value whose shape nobody promised, such as the input of an action.
 *
 * @public
 */
export type FactType =
  | SimpleFactType
  | StringFactType
  | ListFactType
  | ObjectFactType;

/**
 * The ways of saying in a schema what a TypeScript type holds. It ties the schema to `Facts`:
 * an entry that says something else than the model does not compile.
 *
 * @public
 */
export type FactTypeOf<V> = [JsonValue] extends [V]
  ? { kind: 'json' }
  : [V] extends [boolean]
  ? { kind: 'bool' }
  : [V] extends [number]
  ? { kind: 'int' | 'double' }
  : [V] extends [string]
  ? string extends V
    ? { kind: 'string' | 'timestamp'; oneOf?: readonly string[] }
    : { kind: 'string'; oneOf: readonly V[] }
  : [V] extends [ReadonlyArray<infer E>]
  ? { kind: 'list'; of: FactTypeOf<E> }
  : string extends keyof V
  ? { kind: 'map' | 'json' }
  : {
      kind: 'object';
      fields: { [K in keyof V]-?: FactTypeOf<Exclude<V[K], undefined>> };
    };

/** What a part of an expression comes out as. */
export type ExpressionType =
  | FactType
  | { kind: 'duration' }
  | { kind: 'list'; of: ExpressionType };

/** How a type is written in documentation and errors. @public */
export function formatFactType(type: ExpressionType): string {
  switch (type.kind) {
    case 'list':
      return `list of ${formatFactType(type.of)}`;
    case 'map':
      return 'map of string';
    case 'object':
      return `object (${Object.keys(type.fields).join(', ')})`;
    default:
      return type.kind;
  }
}

export const BOOL = { kind: 'bool' } as const;
export const INT = { kind: 'int' } as const;
export const DOUBLE = { kind: 'double' } as const;
export const STRING = { kind: 'string' } as const;
export const TIMESTAMP = { kind: 'timestamp' } as const;
export const DURATION = { kind: 'duration' } as const;
export const JSON_VALUE = { kind: 'json' } as const;
export const MAP = { kind: 'map' } as const;
export const STRINGS = { kind: 'list', of: STRING } as const;
