import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';
import { digestOf, sha256Hex } from './digest';

const cyclic: Record<string, unknown> = { a: { b: [] } };
(cyclic.a as { b: unknown[] }).b.push(cyclic);

let deep: unknown = 1;
for (let depth = 0; depth < 65; depth++) {
  deep = [deep];
}

describe('canonicalJson', () => {
  it('writes the one text of a value: keys by UTF-16 unit, shortest numbers, least escapes', () => {
    expect(
      canonicalJson({
        '\ufb33': 1,
        '\ud83d\ude00': 2,
        b: [333333333.33333329, 4.5, 2e-3, -0, 1e-27],
        a: { z: null, y: '€$\u000F\nA\'B"\\' },
        '1': true,
        ['__proto__']: 1,
      }),
    ).toBe(
      '{"1":true,"__proto__":1,"a":{"y":"€$\\u000f\\nA\'B\\"\\\\","z":null},"b":[333333333.3333333,4.5,0.002,0,1e-27],"\ud83d\ude00":2,"\ufb33":1}',
    );
  });

  it.each<[string, unknown, string]>([
    ['undefined at the top', undefined, '$ is undefined'],
    ['undefined in an object', { a: { b: undefined } }, '$.a.b is undefined'],
    ['a hole in an array', { a: [1, , 3] }, '$.a is an array with holes'], // eslint-disable-line no-sparse-arrays
    [
      'a hole made up for by a key',
      { a: Object.assign([, 2], { x: 3 }) }, // eslint-disable-line no-sparse-arrays
      '$.a is an array with holes',
    ],
    ['a function', [() => 1], '$[0] is function'],
    ['a symbol', { a: Symbol('x') }, '$.a is symbol'],
    ['a symbol as key', { [Symbol('x')]: 1 }, '$ has a symbol as key'],
    ['a bigint', { 'a b': BigInt(1) }, '$["a b"] is bigint'],
    ['NaN', { a: NaN }, '$.a is NaN'],
    ['Infinity', { a: -Infinity }, '$.a is -Infinity'],
    ['an unsafe integer', { a: 2 ** 53 }, '$.a is an integer too large'],
    ['half a surrogate pair', { a: 'x\ud83d' }, '$.a holds half'],
    ['half a surrogate pair in a key', { '\ude00': 1 }, 'holds half'],
    ['a date', { at: new Date(0) }, '$.at brings its own toJSON'],
    ['a map', { m: new Map() }, '$.m is not a plain object'],
    ['a cycle', cyclic, '$.a.b[0] contains itself'],
    ['65 levels', deep, 'is nested deeper than 64'],
  ])('refuses %s, naming the path', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({ name: 'CanonicalJsonError' }),
    );
  });

  it('invariant 9: any JSON text read back has the same canonical text and digest', () => {
    const exact = (_: string, item: unknown) =>
      Number.isInteger(item) && !Number.isSafeInteger(item) ? -0.5 : item;
    const json = fc
      .jsonValue({ stringUnit: 'binary' })
      .map(value => JSON.parse(JSON.stringify(value), exact));
    fc.assert(
      fc.property(json, value => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(digestOf('t', JSON.parse(JSON.stringify(value)))).toBe(
          digestOf('t', value),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('digestOf', () => {
  it('is SHA-256, the same for text and bytes', () => {
    const abc =
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256Hex('abc')).toBe(abc);
    expect(sha256Hex(new Uint8Array([97, 98, 99]))).toBe(abc);
    expect(digestOf('d', { b: 1, a: 2 })).toBe(sha256Hex('d\0{"a":2,"b":1}'));
  });

  it('keeps domains apart', () => {
    expect(digestOf('a', 'x')).not.toBe(digestOf('b', 'x'));
    expect(() => digestOf('a\0', 'x')).toThrow('NUL');
    expect(() => digestOf('', 'x')).toThrow('domain');
  });
});
