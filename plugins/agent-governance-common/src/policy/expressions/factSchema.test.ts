import { JsonValue, known } from '../../model';
import { sampleFacts } from '../../testUtils';
import { FactPath, withFact } from '../facts';
import { compileExpression } from './compileExpression';
import { describeFacts } from './factNames';
import { FACT_SCHEMA } from './factSchema';
import { FactSchema, FactSchemaEntry } from './facts/FactSchema';
import { FactType, FactTypeOf, formatFactType } from './types';

/** Something that can be said of any value of a type, and that only a usable value makes known. */
function probe(name: string, type: FactType): string {
  switch (type.kind) {
    case 'bool':
      return `${name} || !${name}`;
    case 'map':
      return `${name}['none'] == 'none'`;
    case 'list':
      return type.of.kind === 'object'
        ? `${name}.all(entry, true)`
        : `size(${name}) >= 0`;
    case 'object':
      return probe(
        `${name}.${Object.keys(type.fields)[0]}`,
        Object.values(type.fields)[0],
      );
    default:
      return `${name} == ${name}`;
  }
}

const entries = Object.entries(FACT_SCHEMA) as Array<
  [FactPath, FactSchemaEntry<JsonValue>]
>;

describe('FACT_SCHEMA', () => {
  it.each(entries)(
    '%s has an example that expressions can read',
    (path, entry) => {
      const { type, description, example } = entry;
      expect(description).toMatch(/^[A-Z].*\.$/);
      const facts = withFact(
        sampleFacts(),
        path,
        known(example, 'test') as never,
      );
      const result = compileExpression(
        path === 'input' ? 'input.version == input.version' : probe(path, type),
      );
      expect(result).toMatchObject({ ok: true });
      const outcome = result.ok && result.expression.evaluate(facts);
      expect(outcome).toMatchObject(
        type.kind === 'map' ? { result: 'unknown' } : { result: true },
      );
    },
  );

  it('is data', () => {
    expect(JSON.parse(JSON.stringify(FACT_SCHEMA))).toEqual(FACT_SCHEMA);
  });

  it('is described with the fields of facts, each a name that can be written', () => {
    const described = describeFacts();
    const names = described.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'conditions.freeze',
        'conditions.freeze.active',
        'history.mutations.lastHour',
      ]),
    );
    const refused = described
      .filter(({ name }) => name !== 'input')
      .map(({ name, type }) => compileExpression(probe(name, type)))
      .filter(({ ok }) => !ok);
    expect(refused).toEqual([]);
  });

  it('names types in words', () => {
    expect(formatFactType(FACT_SCHEMA['agent.operates'].type)).toBe(
      'list of string',
    );
    expect(formatFactType(FACT_SCHEMA['target.labels'].type)).toBe(
      'map of string',
    );
    expect(formatFactType(FACT_SCHEMA['history.mutations'].type)).toBe(
      'object (lastHour, lastDay)',
    );
  });

  /** These are checked by the compiler: the test passes when they compile. */
  it('cannot leave out a fact or say what it is not', () => {
    const { 'time.now': left, ...rest } = FACT_SCHEMA;
    // @ts-expect-error: a fact without an entry
    const incomplete: FactSchema = rest;
    // @ts-expect-error: a number is no text
    const number: FactTypeOf<number> = { kind: 'string' };
    // @ts-expect-error: words from a list have to be listed
    const word: FactTypeOf<'a' | 'b'> = { kind: 'string' };
    const object: FactTypeOf<{ a: string; b?: number }> = {
      kind: 'object',
      // @ts-expect-error: a field is missing
      fields: { a: { kind: 'string' } },
    };
    const example: FactSchemaEntry<boolean> = {
      type: { kind: 'bool' },
      description: 'Whether.',
      // @ts-expect-error: no example of a bool
      example: 'yes',
    };
    expect([left, incomplete, number, word, object, example]).toHaveLength(6);
  });
});
