import { exampleInput } from './exampleInput';

const exampleOf = (schema: object) =>
  JSON.parse(exampleInput(schema as Parameters<typeof exampleInput>[0]));

describe('exampleInput', () => {
  it('has what the schema requires, as the schema says it, and nothing else', () => {
    expect(
      exampleOf({
        type: 'object',
        required: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
        properties: {
          a: { type: 'string' },
          b: { enum: ['one', 'two'] },
          c: { type: 'integer', minimum: 3 },
          d: {
            type: 'object',
            required: ['x'],
            properties: { x: { type: ['boolean', 'null'] }, y: {} },
          },
          e: { type: 'array' },
          f: { default: 7 },
          extra: { type: 'string' },
        },
      }),
    ).toEqual({ a: '', b: 'one', c: 3, d: { x: false }, e: [], f: 7, g: '' });
    expect(exampleOf({})).toEqual({});
  });
});
