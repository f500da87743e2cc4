import { FACT_SCHEMA } from './factSchema';
import { FactType } from './types';

/** What an author may write to read something: a fact or a field of one. @public */
export interface FactDescription {
  /** As it is written in an expression: `conditions.freeze.active`. */
  name: string;
  type: FactType;
  /** Of facts; fields are described with their fact. */
  description?: string;
  example?: unknown;
}

/**
 * Every fact and every field of one, as data: for documentation and for completion in editors.
 *
 * @public
 */
export function describeFacts(): FactDescription[] {
  return Object.entries(FACT_SCHEMA).flatMap(
    ([name, { type, description, example }]) => [
      { name, type: type as FactType, description, example },
      ...fieldsOf(name, type),
    ],
  );
}

function fieldsOf(name: string, type: FactType): FactDescription[] {
  return type.kind === 'object'
    ? Object.entries(type.fields).flatMap(([field, inner]) => [
        { name: `${name}.${field}`, type: inner },
        ...fieldsOf(`${name}.${field}`, inner),
      ])
    : [];
}

const names = describeFacts().map(({ name }) => name);

/** What can be written, to say what was probably meant. */
export function factNames(): readonly string[] {
  return names;
}
