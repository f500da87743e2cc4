import fc from 'fast-check';
import { parseDocument, Scalar, stringify } from 'yaml';
import { mapScalar } from './mapScalar';

/** The scalar of `when: …`, and where its characters are. */
function read(file: string) {
  const node = parseDocument(file).get('when', true) as Scalar<string>;
  return { node, offsets: mapScalar(file, node) };
}

/** For each character that is no white space, what stands in the file where it is said to be. */
function pairs(file: string): [string, string][] {
  const { node, offsets } = read(file);
  return Array.from(node.value.matchAll(/\S/g), ({ index }) => [
    node.value[index],
    file[offsets![index]],
  ]);
}

describe('mapScalar', () => {
  it.each([
    ['plain', 'when: a.b == 1 && c\n'],
    ['plain, over lines', 'when: a.b\n  == 1\n\n  && c\n'],
    ['single quotes', 'when: \'a == "x" && c\'\n'],
    ['single quotes, over lines', 'when: \'a ==\n\n  "x" && c\'\n'],
    ['double quotes', 'when: "a == \'x\' && c"\n'],
    ['literal block', 'when: |\n  a == 1\n    && b\n\n  && c\n'],
    ['literal block with a header', 'when: |2- # why\n   a == 1\n  && c\n'],
    ['folded block', 'when: >-\n  a == 1\n  && b\n\n    && c\n  && d\n'],
    ['carriage returns', 'when: >\r\n  a == 1\r\n  && b\r\n'],
  ])('finds every character: %s', (_, file) => {
    for (const [said, written] of pairs(file)) {
      expect(written).toBe(said);
    }
    expect(pairs(file).length).toBeGreaterThan(5);
  });

  it('knows quotation marks and escapes', () => {
    const single = "when: 'it''s b'";
    expect(read(single).offsets).toEqual([7, 8, 9, 11, 12, 13, 14]);
    const double = 'when: "a\\u0041\\"\\n b\\\n   c\\U0001F600d"';
    const { node, offsets } = read(double);
    expect(node.value).toBe('aA"\n bc😀d');
    const at = (text: string) => offsets![node.value.indexOf(text)];
    expect(at('A')).toBe(double.indexOf('\\u0041'));
    expect(at('"')).toBe(double.indexOf('\\"'));
    expect(at('b')).toBe(double.indexOf('b'));
    expect(at('c')).toBe(double.indexOf('c\\U'));
    expect(at('d')).toBe(double.length - 2);
  });

  it('says where the text ends', () => {
    expect(read('when: a &&  # why\n').offsets?.at(-1)).toBe(10);
    expect(read('when: |\n  a &&\n').offsets?.at(-1)).toBe(14);
  });

  it('is right or says nothing, however a text is written', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'a',
          'b.c',
          '==',
          '&&',
          '"',
          "'",
          '\\',
          ' ',
          '\n',
          '😀',
          '#',
          ': ',
          '\t',
          '\u2028',
        ),
        { minLength: 1, maxLength: 30 },
      )
      .map(parts => parts.join(''));
    const styles = fc.constantFrom(
      Scalar.PLAIN,
      Scalar.QUOTE_DOUBLE,
      Scalar.QUOTE_SINGLE,
      Scalar.BLOCK_LITERAL,
      Scalar.BLOCK_FOLDED,
    );
    let found = 0;
    fc.assert(
      fc.property(
        text,
        styles,
        fc.constantFrom(0, 12, 80),
        (value, style, lineWidth) => {
          const written = new Scalar(value);
          written.type = style;
          const file = stringify(
            { when: written },
            { lineWidth, minContentWidth: 0 },
          );
          const { node, offsets } = read(file);
          if (!offsets) {
            return;
          }
          found += 1;
          expect(offsets).toHaveLength(node.value.length + 1);
          for (const { index, 0: character } of node.value.matchAll(
            /[a-z.=&#]/g,
          )) {
            expect(file[offsets[index]]).toBe(character);
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(1_900);
  });
});
